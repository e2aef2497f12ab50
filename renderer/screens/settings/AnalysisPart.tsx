// Which network looks at the next films, and how much of the computer it may use.
import type { AppSettings } from '../../../core/records/appSettings.ts';
import { useCall } from '../../api/queries.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import css from './Part.module.css';
import { Part } from './Part.tsx';
import { useChangeSettings } from './useChangeSettings.ts';

const text = SETTINGS_TEXT.analysis;
const MODELS = (['heavy', 'full'] as const).map((id) => ({ id, name: text.models[id] }));
const AUTO = 'auto';

export function AnalysisPart({ settings }: { readonly settings: AppSettings }) {
  const { change, savedAt } = useChangeSettings();
  const { data: about } = useCall('app.about', null);
  const { model, workers } = settings;
  const most = Math.max(about?.cores ?? 1, workers ?? 1);
  const numbers = Array.from({ length: most }, (_, i) => ({ id: String(i + 1), name: String(i + 1) }));
  return (
    <Part title={text.title} words={text.words} savedAt={savedAt}>
      <div className={css.field}>
        <Segmented label={text.model} value={model} options={MODELS} onChange={(chosen) => change({ model: chosen })} />
        <p className="fine">{text.modelHints[model]}</p>
      </div>
      <div className={css.field}>
        <Choice
          label={text.workers}
          value={workers === null ? AUTO : String(workers)}
          options={[{ id: AUTO, name: text.auto }, ...numbers]}
          onChange={(id) => change({ workers: id === AUTO ? null : Number(id) })}
        />
        <p className="fine">{text.workersHint}</p>
      </div>
    </Part>
  );
}
