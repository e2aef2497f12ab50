// A client's injuries by region and side: open ones first, those that are over below.
import { useState } from 'react';
import type { Injury } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { MoreMenu } from '../../parts/MoreMenu.tsx';
import { useNotice } from '../../parts/Notice.tsx';
import sectionCss from '../../parts/Section.module.css';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { shortDate } from '../../text/dates.ts';
import { InjuryMark } from '../clients/InjuryMark.tsx';
import css from './Injuries.module.css';
import { InjuryForm } from './InjuryForm.tsx';
import { injuryName, OF_INJURIES } from './injuryWords.ts';

const text = CLIENT_TEXT.injuries;

export interface InjuriesProps {
  readonly clientId: string;
  readonly injuries: readonly Injury[];
}

export function Injuries({ clientId, injuries }: InjuriesProps) {
  const [edited, setEdited] = useState<Injury | 'new' | null>(null);
  const open = injuries.filter(({ status }) => status !== 'resolved');
  const over = injuries.filter(({ status }) => status === 'resolved');
  return (
    <section aria-labelledby="injuries">
      <div className={sectionCss.head}>
        <h2 id="injuries">{text.title}</h2>
        <Button look="plain" onPress={() => setEdited('new')}>
          {text.add}
        </Button>
      </div>
      {injuries.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className={css.list}>
        {[...open, ...over].map((injury) => (
          <InjuryLine key={injury.id} injury={injury} onEdit={() => setEdited(injury)} />
        ))}
      </ul>
      <InjuryForm clientId={clientId} injury={edited} onClose={() => setEdited(null)} />
    </section>
  );
}

function InjuryLine({ injury, onEdit }: { readonly injury: Injury; readonly onEdit: () => void }) {
  const say = useNotice();
  const add = useChange('injuries.add', OF_INJURIES);
  const change = useChange('injuries.change', OF_INJURIES);
  const remove = useChange('injuries.remove', OF_INJURIES);
  const name = injuryName(injury);
  const isOver = injury.status === 'resolved';
  const { id, createdAt: _made, changedAt: _changed, ...fields } = injury;
  const work: Readonly<Record<string, () => Promise<void> | void>> = {
    edit: onEdit,
    turn: async () => {
      await change.mutateAsync({ id, fields: { status: isOver ? 'active' : 'resolved' } });
      say({
        text: fill(isOver ? text.reopened : text.resolved, { injury: name }),
        undo: () => change.mutate({ id, fields: { status: injury.status } }),
      });
    },
    remove: async () => {
      await remove.mutateAsync({ id });
      say({ text: fill(text.removed, { injury: name }), undo: () => add.mutate(fields) });
    },
  };
  /** What fails is told by a notice of its own. */
  const choose = (chosen: string) => void Promise.resolve(work[chosen]?.()).catch(() => undefined);
  const items = [
    { id: 'edit', name: text.edit },
    { id: 'turn', name: isOver ? text.reopen : text.resolve },
    { id: 'remove', name: text.remove, danger: true },
  ];
  return (
    <li className={css.line} data-over={isOver || undefined}>
      <div className={css.what}>
        <InjuryMark injury={injury} />
        {injury.onset && <span className="fine">{fill(text.onsetIs, { date: shortDate(injury.onset) })}</span>}
        {injury.mechanism && <span className="fine">{injury.mechanism}</span>}
        {injury.notes && <p className={`fine ${css.notes}`}>{injury.notes}</p>}
      </div>
      <MoreMenu quiet label={fill(text.more, { injury: name })} items={items} onChoose={choose} />
    </li>
  );
}
