// The menu gives the page its commands, and keeps the size of everything between 100 and 200 %.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { AppCommand } from '../../../core/api/bridge.ts';
import { menuTemplate, nextZoom } from '../../../electron/desktop/appMenu.ts';

function setUp(platform: NodeJS.Platform = 'linux') {
  const given: AppCommand[] = [];
  let zoom = 1;
  const template = menuTemplate({
    platform,
    give: (command) => given.push(command),
    zoom: () => zoom,
    setZoom: (factor) => {
      zoom = factor;
    },
    theme: () => 'light',
    keepKey: () => undefined,
  });
  const items = template.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[]);
  const click = (label: string) => {
    const item = items.find((one) => one.label === label);
    (item?.click as (() => void) | undefined)?.();
    return zoom;
  };
  return { given, template, items, click };
}

describe('the menu', () => {
  it('asks the page for what it names', () => {
    const { given, click } = setUp();
    for (const label of [
      'New client',
      'Import…',
      'Back up…',
      'Restore a backup…',
      'Print report…',
      'Settings',
      'Keys',
      'Dark',
    ])
      click(label);
    expect(given).toEqual([
      { kind: 'new-client' },
      { kind: 'import', files: [] },
      { kind: 'back-up' },
      { kind: 'restore' },
      { kind: 'print-report' },
      { kind: 'settings' },
      { kind: 'keys' },
      { kind: 'theme', theme: 'dark' },
    ]);
  });

  it('marks the theme that is set, and has the program’s own menu on a Mac only', () => {
    const { items, template } = setUp();
    expect(items.filter(({ type }) => type === 'radio').map(({ label, checked }) => [label, checked])).toEqual([
      ['As the computer', false],
      ['Light', true],
      ['Dark', false],
    ]);
    expect(template.map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Help']);
    expect(setUp('darwin').template[0]).toEqual({ role: 'appMenu' });
  });

  it('offers no reload and no developer tools, and gives no key twice', () => {
    const { items } = setUp();
    const roles = items.map(({ role }) => role);
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('toggleDevTools');
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('larger and smaller stop at 200 and 100 %', () => {
    const { click } = setUp();
    expect([1, 2, 3, 4, 5].map(() => click('Larger'))).toEqual([1.25, 1.5, 1.75, 2, 2]);
    expect([1, 2].map(() => click('Smaller'))).toEqual([1.75, 1.5]);
    expect(click('100 %')).toBe(1);
    expect(click('Smaller')).toBe(1);
    expect(nextZoom(1.1, -1)).toBe(1);
  });
});
