// Which OpenStride this is, and what it is not for.
import { useCall } from '../../api/queries.ts';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import css from './Part.module.css';
import { Part } from './Part.tsx';

const text = SETTINGS_TEXT.about;

export function AboutPart() {
  const { data: about } = useCall('app.about', null);
  if (!about) return null;
  return (
    <Part title={text.title}>
      <dl className={css.facts}>
        <dt>{text.app}</dt>
        <dd>{about.app}</dd>
        <dt>{text.analysis}</dt>
        <dd>{about.analysis}</dd>
        <dt>{text.runs}</dt>
        <dd>{text.hosts[about.host]}</dd>
      </dl>
      <p>
        <b>{text.words}</b>
      </p>
    </Part>
  );
}
