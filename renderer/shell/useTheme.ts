// Light or dark, as the computer has it.
import { useEffect } from 'react';

/** Keeps `data-theme` on the page as the computer's setting, also when it changes. */
export function useTheme(): void {
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const set = () => {
      document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
    };
    set();
    dark.addEventListener('change', set);
    return () => dark.removeEventListener('change', set);
  }, []);
}
