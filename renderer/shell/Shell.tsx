// The frame of every screen: the way back, what runs behind, settings and keys.
import { type ReactNode, useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AppCommand } from '../../core/api/bridge.ts';
import { useChange } from '../api/queries.ts';
import { ExportsSeen } from '../exports/ExportsSeen.tsx';
import { Button } from '../parts/Button.tsx';
import { useNotice } from '../parts/Notice.tsx';
import { Sign } from '../parts/Sign.tsx';
import { SHELL_TEXT } from '../text/shellText.ts';
import { JobsSeen } from './JobsSeen.tsx';
import { KeyList } from './KeyList.tsx';
import { Mark } from './Mark.tsx';
import { PLACES } from './places.ts';
import css from './Shell.module.css';
import { Trail } from './Trail.tsx';
import { askNextScreen, askScreen, useAppCommands } from './useAppCommands.ts';
import { useArrival } from './useArrival.ts';
import { useKey } from './useKey.ts';
import { useTheme } from './useTheme.ts';
import { useTrail } from './useTrail.ts';

export function Shell({ children }: { readonly children: ReactNode }) {
  useTheme();
  const trail = useTrail();
  useArrival(trail);
  const [place, go] = useLocation();
  const [keys, setKeys] = useState(false);
  useKey({ '?': () => setKeys(true), 'G C': () => go(PLACES.clients), 'G S': () => go(PLACES.settings) });
  useMenu(() => setKeys(true));
  return (
    <div className={css.shell}>
      <button type="button" className={css.skip} onClick={() => document.getElementById('content')?.focus()}>
        {SHELL_TEXT.skip}
      </button>
      <header className={css.bar}>
        <Link href={PLACES.clients} className={css.home} aria-label={SHELL_TEXT.product}>
          <Mark />
          <span className={css.name}>{SHELL_TEXT.product}</span>
        </Link>
        <Trail trail={trail} />
        <div className={css.tools}>
          <ExportsSeen />
          <JobsSeen />
          <Button look="plain" aria-label={SHELL_TEXT.keys} onPress={() => setKeys(true)} className={css.tool}>
            <Sign name="keys" />
          </Button>
          <Link
            href={PLACES.settings}
            aria-label={SHELL_TEXT.settings}
            aria-current={place === PLACES.settings ? 'page' : undefined}
            className={css.tool}
          >
            <Sign name="gear" />
          </Link>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={css.content}>
        {children}
      </main>
      <KeyList isOpen={keys} onClose={() => setKeys(false)} />
    </div>
  );
}

/** The menu of the desktop app: the screen that is there first, then what every screen can do. */
function useMenu(showKeys: () => void): void {
  const [, go] = useLocation();
  const say = useNotice();
  const { mutate: set } = useChange('settings.change', ['settings.get']);
  const obey = useCallback(
    (command: AppCommand) => {
      if (askScreen(command)) return;
      if (command.kind === 'theme') set({ fields: { theme: command.theme } });
      else if (command.kind === 'keys') showKeys();
      else if (command.kind === 'say') say({ text: command.sentence });
      else if (command.kind === 'import') say({ text: SHELL_TEXT.says.chooseSession });
      else if (command.kind === 'print-report') say({ text: SHELL_TEXT.says.reportFirst });
      else {
        askNextScreen(command);
        go(command.kind === 'new-client' ? PLACES.clients : PLACES.settings);
      }
    },
    [go, say, set, showKeys],
  );
  useAppCommands(obey);
}
