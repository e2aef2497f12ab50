// An address that is no screen.
import { Link } from 'wouter';
import { Empty } from '../parts/Empty.tsx';
import { SHELL_TEXT } from '../text/shellText.ts';

export function NothingHere() {
  return (
    <Empty title={SHELL_TEXT.nowhere} isScreen>
      <Link href="/">{SHELL_TEXT.toClients}</Link>
    </Empty>
  );
}
