// The frame of every screen: the way back to the clients, what runs behind, settings and keys.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { JobsSeen } from './JobsSeen.tsx';
import { Mark } from './Mark.tsx';
import css from './Shell.module.css';
import { useTheme } from './useTheme.ts';

export function Shell({ children }: { readonly children: ReactNode }) {
  useTheme();
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content" onClick={toContent}>
        To the content
      </a>
      <header className={css.bar}>
        <Link href="/" className={css.home}>
          <Mark />
          OpenStride
        </Link>
        <div id="trail" className={css.trail} />
        <JobsSeen />
      </header>
      <main id="content" tabIndex={-1} className={css.content}>
        {children}
      </main>
    </div>
  );
}

/** The address after # belongs to the screens, so the jump is made by hand. */
function toContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
