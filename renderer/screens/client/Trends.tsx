// What has changed since the baseline: five numbers over all visits, each with its error and a verdict.
import { useMemo } from 'react';
import { useCall } from '../../api/queries.ts';
import { TrendChart } from '../../charts/TrendChart.tsx';
import sectionCss from '../../parts/Section.module.css';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import css from './Trends.module.css';
import { clientTrend, FOLLOWED } from './trendSeries.ts';

const text = CLIENT_TEXT.trends;

export function Trends({ clientId }: { readonly clientId: string }) {
  const { data: clips } = useCall('clients.trends', { clientId, ids: FOLLOWED });
  const trend = useMemo(() => clientTrend(clips ?? []), [clips]);
  if (!clips) return null;
  return (
    <section aria-labelledby="trends">
      <div className={sectionCss.head}>
        <h2 id="trends">{text.title}</h2>
      </div>
      {trend.dates.length < 2 ? (
        <p className="quiet">{trend.dates.length === 0 ? text.none : text.one}</p>
      ) : (
        <>
          <div className={css.charts}>
            {FOLLOWED.map((id) => (
              <TrendChart key={id} lines={trend.lines.filter((line) => line.id === id)} dates={trend.dates} />
            ))}
          </div>
          <p className="fine">{text.note}</p>
        </>
      )}
    </section>
  );
}
