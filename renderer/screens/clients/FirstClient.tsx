// The list before there is anybody in it: what OpenStride is, and the two ways to begin.
import { useLocation } from 'wouter';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { clientPlace } from '../../shell/places.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import css from './FirstClient.module.css';

const text = CLIENTS_TEXT.empty;

export function FirstClient({ onAdd }: { readonly onAdd: () => void }) {
  const [, go] = useLocation();
  const demo = useChange('demo.add', ['clients.list', 'app.about'], { toldHere: true });
  return (
    <section className={css.first}>
      <Strides />
      <h2 className={css.title}>{text.title}</h2>
      <p className={css.words}>{text.words}</p>
      <div className={css.ways}>
        <Button look="main" onPress={onAdd}>
          {text.first}
        </Button>
        <Button
          isPending={demo.isPending}
          onPress={() => demo.mutate(null, { onSuccess: ({ id }) => go(clientPlace(id)) })}
        >
          {text.demo}
        </Button>
      </div>
      {demo.error && <Trouble trouble={demo.error} />}
    </section>
  );
}

/** Two curves of one stride, left solid and right dashed, as the screens draw them. */
function Strides() {
  return (
    <svg viewBox="0 0 320 96" className={css.drawing} aria-hidden="true">
      <path className={css.rule} d="M8 80h304M8 48h304M8 16h304" />
      <path className={css.left} d="M8 66c22-4 28-34 52-30s34 34 62 34 42-58 78-58 60 50 112 52" />
      <path className={css.right} d="M8 70c22-4 30-26 54-23s36 26 62 26 44-50 78-50 62 42 110 45" />
    </svg>
  );
}
