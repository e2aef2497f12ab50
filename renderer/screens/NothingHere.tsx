// An address that is no screen.
import { Link } from 'wouter';
import { Empty } from '../parts/Empty.tsx';

export function NothingHere() {
  return (
    <Empty title="There is nothing at this address" isScreen>
      <Link href="/">Go to the clients</Link>
    </Empty>
  );
}
