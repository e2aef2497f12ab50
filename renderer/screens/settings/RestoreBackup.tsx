// Puts a backup in the place of the library, after saying what that means.
import { useCallback, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { AppCommand } from '../../../core/api/bridge.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { ApiProblem, call, connection } from '../../api/connection.ts';
import { chooseOpen, hasPaths } from '../../hooks/chooseFile.ts';
import { type FilmSource, sourceName } from '../../hooks/filmImports.ts';
import { Button } from '../../parts/Button.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { useNotice } from '../../parts/Notice.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { useScreenCommands } from '../../shell/useAppCommands.ts';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import css from './Part.module.css';

const text = SETTINGS_TEXT.library;

export function RestoreBackup() {
  const [chosen, setChosen] = useState<FilmSource | null>(null);
  const { restore, done, trouble } = useRestore(() => setChosen(null));
  const choose = useCallback(async (): Promise<void> => setChosen(await chooseOpen('backup')), []);
  useScreenCommands(
    useCallback(
      ({ kind }: AppCommand) => {
        if (kind === 'restore') void choose();
        return kind === 'restore';
      },
      [choose],
    ),
  );
  return (
    <div className={css.do}>
      {hasPaths() ? (
        <Button onPress={() => void choose()}>{text.restore}</Button>
      ) : (
        <FileTrigger onSelect={(files) => setChosen(files?.[0] ?? null)}>
          <Button>{text.restore}</Button>
        </FileTrigger>
      )}
      <p className="fine">{text.restoreWords}</p>
      {done !== null && <Progress label={text.restoring.sending} done={done < 1 ? done : null} />}
      <Confirm
        title={text.restoring.title}
        words={fill(text.restoring.words, { name: chosen ? sourceName(chosen) : '' })}
        action={text.restoring.do}
        isOpen={chosen !== null}
        isBusy={done !== null}
        error={trouble}
        onDo={() => chosen && void restore(chosen)}
        onClose={() => setChosen(null)}
      />
    </div>
  );
}

/** `done` is null while nothing is under way; everything is asked again by the news of the other library. */
function useRestore(onDone: () => void) {
  const [done, setDone] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<ApiProblem | null>(null);
  const say = useNotice();
  const restore = async (source: FilmSource): Promise<void> => {
    setTrouble(null);
    setDone(0);
    try {
      const { signal } = new AbortController();
      const file = typeof source === 'string' ? source : await connection.handOver(source, setDone, signal);
      const { former } = await call('library.restore', { file });
      say({ text: former ? fill(text.restoring.done, { former }) : text.restoring.doneEmpty });
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error);
    } finally {
      setDone(null);
    }
  };
  return { restore, done, trouble };
}
