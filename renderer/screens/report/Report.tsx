// A report of films: finds out whose they are and what else there is to report on.
import { Link, useParams } from 'wouter';
import { useCall } from '../../api/queries.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { sessionPlace } from '../../shell/places.ts';
import { REPORT_SCREEN_TEXT as text } from '../../text/reportScreenText.ts';
import css from './Report.module.css';
import { ReportScreen } from './ReportScreen.tsx';

export function Report() {
  const { clipIds = '' } = useParams();
  const ids = clipIds.split(',');
  const clip = useCall('clips.open', { clipId: ids[0]! });
  const clientId = clip.data?.client.id ?? '';
  const trends = useCall('clients.trends', { clientId, ids: NO_NUMBERS }, { enabled: clientId !== '' });
  const trouble = clip.error ?? trends.error;
  if (trouble) return <Trouble trouble={trouble} />;
  if (!clip.data || !trends.data)
    return (
      <div className={css.alone}>
        <Progress label={text.opening} done={null} />
      </div>
    );
  if (trends.data.length === 0)
    return (
      <Empty isScreen title={text.nothing}>
        <p>{text.nothingWords}</p>
        <Link href={sessionPlace(clip.data.session.id)}>{text.toSession}</Link>
      </Empty>
    );
  return (
    <div className={css.around}>
      <ReportScreen key={clipIds} films={trends.data} begunWith={ids} />
    </div>
  );
}

/** Only which films there are. */
const NO_NUMBERS = [] as const;
