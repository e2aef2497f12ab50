// The way back: every step is a link but the last, which is where one is.
import { Link } from 'wouter';
import { SHELL_TEXT } from '../text/shellText.ts';
import css from './Trail.module.css';
import type { Crumb } from './useTrail.ts';

export function Trail({ trail }: { readonly trail: readonly Crumb[] }) {
  return (
    <nav aria-label={SHELL_TEXT.trail} className={css.trail}>
      <ol className={css.steps}>
        {trail.map(({ name, href }) => (
          <li key={`${name} ${href}`} className={css.step}>
            {href ? (
              <Link href={href} className={css.link}>
                {name}
              </Link>
            ) : (
              <span aria-current="page" className={css.here}>
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
