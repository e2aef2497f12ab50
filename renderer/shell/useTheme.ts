// Light or dark and the size of the text, as the clinic has set them.
import { useEffect } from 'react';
import { useSettings } from '../hooks/useSettings.ts';

/** Keeps `data-theme` and `--text-size` on the page as set; `system` follows the computer, also when it changes. */
export function useTheme(): void {
  const { theme, textSizePct } = useSettings();
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const set = () => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    };
    set();
    dark.addEventListener('change', set);
    return () => dark.removeEventListener('change', set);
  }, [theme]);
  useEffect(() => {
    document.documentElement.style.setProperty('--text-size', String(textSizePct / 100));
  }, [textSizePct]);
}
