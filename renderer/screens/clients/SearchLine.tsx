// The field that finds clients, and the order of the list.
import type { RefObject } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { Segmented } from '../../parts/Segmented.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import css from './SearchLine.module.css';

export type ClientOrder = keyof typeof CLIENTS_TEXT.sorts;

const ORDERS = (['name', 'visit'] as const).map((id) => ({ id, name: CLIENTS_TEXT.sorts[id] }));

export interface SearchLineProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly order: ClientOrder;
  readonly onOrder: (order: ClientOrder) => void;
}

export function SearchLine({ ref, query, onQuery, order, onOrder }: SearchLineProps) {
  return (
    <div className={css.line}>
      <SearchField value={query} onChange={onQuery} aria-label={CLIENTS_TEXT.search} className={css.search}>
        <Sign name="search" />
        <Input ref={ref} placeholder={CLIENTS_TEXT.searchHint} className={css.input} />
        <span aria-hidden="true" className={css.key}>
          /
        </span>
      </SearchField>
      <Segmented label={CLIENTS_TEXT.sort} labelHidden value={order} options={ORDERS} onChange={onOrder} />
    </div>
  );
}
