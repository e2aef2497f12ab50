// Return to running: where things stand, tests, the walk–run plan, and patterns to look at, for one injury of one client.
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Link, useParams } from 'wouter';
import type { Followed } from '../../../core/rehab/followInjury.ts';
import { dayWords } from '../../../core/rehab/pageSentences.ts';
import { REHAB_TEXT } from '../../../core/rehab/rehabText.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Page } from '../../parts/Page.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { PrintSheet } from '../../sheets/PrintSheet.tsx';
import { clientPlace } from '../../shell/places.ts';
import { nameOf } from '../../shell/useTrail.ts';
import { RETURNING_TEXT as text } from '../../text/returningText.ts';
import { injuryName } from '../client/injuryWords.ts';
import { PatternsPart } from './PatternsPart.tsx';
import { Plan } from './plan/Plan.tsx';
import css from './Returning.module.css';
import { Standing } from './Standing.tsx';
import { TestsPart } from './tests/TestsPart.tsx';
import { inOrderOfCare, type ReturningData, useFollowed, useReturningData } from './useReturning.ts';

export function Returning() {
  const { clientId = '' } = useParams();
  const { data, error } = useReturningData(clientId);
  if (error) return <Trouble trouble={error} />;
  return data && <ReturningScreen key={clientId} data={data} />;
}

function ReturningScreen({ data }: { readonly data: ReturningData }) {
  const { client, injuries } = data.view;
  const inOrder = inOrderOfCare(injuries);
  const [chosenId, choose] = useState<string | null>(null);
  const injury = inOrder.find(({ id }) => id === chosenId) ?? inOrder[0] ?? null;
  const followed = useFollowed(data, injury);
  const noInjury = <NoInjury clientId={client.id} />;
  return (
    <Page
      title={text.title}
      beside={<span className="quiet">{nameOf(client)}</span>}
      below={followed && <p className="quiet">{factsOf(followed).join(' · ')}</p>}
      actions={
        <>
          {injury && inOrder.length > 1 && (
            <Choice
              label={text.followed}
              value={injury.id}
              options={inOrder.map((one) => ({ id: one.id, name: optionName(one) }))}
              onChange={choose}
            />
          )}
          {injury && (
            <PrintSheet title={text.print} ask={{ kind: 'returning', clientId: client.id, injuryId: injury.id }} />
          )}
        </>
      }
    >
      <Tabs>
        <TabList className={css.tabs} aria-label={text.title}>
          {(['standing', 'tests', 'plan', 'patterns'] as const).map((id) => (
            <Tab key={id} id={id} className={css.tab}>
              {text.tabs[id]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="standing" className={css.panel}>
          {followed ? <Standing followed={followed} /> : noInjury}
        </TabPanel>
        <TabPanel id="tests" className={css.panel}>
          <TestsPart clientId={client.id} tests={data.tests} followed={followed} />
        </TabPanel>
        <TabPanel id="plan" className={css.panel}>
          <Plan clientId={client.id} stages={data.stages} injury={injury} gait={followed?.page.gait ?? []} />
        </TabPanel>
        <TabPanel id="patterns" className={css.panel}>
          {followed ? <PatternsPart followed={followed} /> : noInjury}
        </TabPanel>
      </Tabs>
    </Page>
  );
}

function NoInjury({ clientId }: { readonly clientId: string }) {
  return (
    <Empty title={text.noInjury}>
      <p>{text.noInjuryWords}</p>
      <Link href={clientPlace(clientId)}>{text.toClient}</Link>
    </Empty>
  );
}

function factsOf({ injury, page }: Followed): readonly string[] {
  const tissue = fill(text.tissueIs, { tissue: REHAB_TEXT.tissues[page.tissue] });
  return [injuryName(injury), dayWords(page.dayOfInjury), tissue];
}

function optionName(injury: ReturningData['view']['injuries'][number]): string {
  const name = injury.onset ? `${injuryName(injury)}, ${injury.onset}` : injuryName(injury);
  return injury.status === 'resolved' ? `${name} (${text.resolved})` : name;
}
