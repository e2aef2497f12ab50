// The library as a whole: where it lies, what it holds, whether all films are there, its backup and a backup's return.
import { useCallback, useRef } from 'react';
import type { AppCommand } from '../../../core/api/bridge.ts';
import type { LibraryStatus, WrittenFile } from '../../../core/api/views.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { chooseSave, handOut } from '../../hooks/chooseFile.ts';
import { Button } from '../../parts/Button.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { useScreenCommands } from '../../shell/useAppCommands.ts';
import { bytesText, counted, today } from '../../text/dates.ts';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import css from './Part.module.css';
import { Part } from './Part.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';

const text = SETTINGS_TEXT.library;

export function LibraryPart() {
  const { data: status } = useCall('library.status', null);
  const check = useChange('library.check', [], { toldHere: true });
  const found = check.data ?? status;
  return (
    <Part title={text.title} words={text.words}>
      {found && (
        <dl className={css.facts}>
          <dt>{text.folder}</dt>
          <dd>{found.folder}</dd>
          <dt>{text.holds}</dt>
          <dd>{fill(text.holdsIs, { films: counted(found.films, text.films), size: bytesText(found.bytes) })}</dd>
        </dl>
      )}
      {found && found.missing.length > 0 && <Missing status={found} />}
      <div className={css.do}>
        <Button onPress={() => check.mutate(null)} isPending={check.isPending}>
          {text.check}
        </Button>
        {check.isPending && <Progress label={text.checking} done={null} />}
        <p role="status">{check.data?.missing.length === 0 && text.checked}</p>
        {check.error && <Trouble trouble={check.error} />}
      </div>
      <BackUp />
      <RestoreBackup />
    </Part>
  );
}

function Missing({ status: { missing } }: { readonly status: LibraryStatus }) {
  return (
    <div>
      <p>{text.missing}</p>
      <ul className={css.lost}>
        {missing.map(({ clipId, fileName, why }) => (
          <li key={clipId}>
            {fileName} <span className="quiet">{text.whys[why]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BackUp() {
  const write = useChange('library.backup', [], { toldHere: true });
  const begin = useCallback(async (): Promise<void> => {
    const to = await chooseSave('backup', `OpenStride backup ${today()}.openstride`);
    if (to) write.mutate({ file: to.file }, { onSuccess: handOut });
  }, [write.mutate]);
  const latest = useRef(begin);
  latest.current = begin;
  useScreenCommands(
    useCallback(({ kind }: AppCommand) => {
      if (kind === 'back-up') void latest.current();
      return kind === 'back-up';
    }, []),
  );
  return (
    <div className={css.do}>
      <Button onPress={() => void begin()} isPending={write.isPending}>
        {text.backUp}
      </Button>
      <p className="fine">{text.backUpWords}</p>
      {write.isPending && <Progress label={text.backingUp} done={null} />}
      <div role="status">{write.data && <Written written={write.data} />}</div>
      {write.error && <Trouble trouble={write.error} />}
    </div>
  );
}

function Written({ written: { file, bytes, withoutFilm } }: { readonly written: WrittenFile }) {
  return (
    <>
      <p>{fill(text.backedUp, { file: file.replace(/^.*[/\\]/, ''), size: bytesText(bytes) })}</p>
      {withoutFilm.length > 0 && <p>{fill(text.without, { films: withoutFilm.join(', ') })}</p>}
    </>
  );
}
