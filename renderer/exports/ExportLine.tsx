// One file on its way out: what it is, how far it is, and what can be done with it.
import type { ExportView } from '../../core/api/exports.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { useCall, useChange } from '../api/queries.ts';
import { errorText } from '../errorText.ts';
import { handOut } from '../hooks/chooseFile.ts';
import { Button } from '../parts/Button.tsx';
import { Progress } from '../parts/Progress.tsx';
import { nameOf } from '../shell/useTrail.ts';
import { bytesText } from '../text/dates.ts';
import { EXPORT_TEXT } from '../text/exportText.ts';
import css from './Exports.module.css';
import { isUnderway } from './exportsInWords.ts';
import { clearExports, useOwnExports } from './ownExports.ts';
import { useExport } from './useExport.ts';

const text = EXPORT_TEXT.out;

export function ExportLine({ one }: { readonly one: ExportView }) {
  const { name, state, clipId } = one;
  const { data: of } = useCall('clips.open', { clipId });
  return (
    <li className={css.line}>
      <div className={css.what}>
        <span className={css.name} title={name}>
          {name}
        </span>
        <span className="fine">{of && fill(text.of, { film: of.clip.fileName, client: nameOf(of.client) })}</span>
      </div>
      <Way one={one} />
      <div className={css.how}>
        {isUnderway(one) ? (
          <Progress
            label={state === 'writing' ? text.writing : text.waiting}
            done={one.done}
            words={state === 'writing' ? fill(EXPORT_TEXT.percentAlone, { pct: Math.floor(100 * one.done) }) : ''}
          />
        ) : (
          <p className="fine">
            {state === 'failed'
              ? one.trouble && errorText(one.trouble)
              : one.written && fill(text.done, { size: bytesText(one.written.bytes) })}
          </p>
        )}
      </div>
    </li>
  );
}

/** Stop it, see it, or try it once more. */
function Way({ one }: { readonly one: ExportView }) {
  const { id, name, state, written } = one;
  const cancel = useChange('exports.cancel', []);
  const start = useExport();
  const ask = useOwnExports().asks.get(id);
  if (isUnderway(one))
    return (
      <Button onPress={() => cancel.mutate({ id })} aria-label={fill(text.cancelOne, { name })}>
        {text.cancel}
      </Button>
    );
  if (state === 'done' && written) {
    const isDownload = written.downloadPath !== null;
    return (
      <Button onPress={() => handOut(written)} aria-label={fill(isDownload ? text.againOne : text.showOne, { name })}>
        {isDownload ? text.again : text.show}
      </Button>
    );
  }
  if (!ask) return null;
  const again = (): void => {
    clearExports([id]);
    start(ask);
  };
  return (
    <Button onPress={again} aria-label={fill(text.retryOne, { name })}>
      {text.retry}
    </Button>
  );
}
