// The menu: what the page can be asked for, what every text field needs, and how large and how light everything is.
import type { MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '../../core/api/bridge.ts';
import { THEMES } from '../../core/records/appSettings.ts';

/** Steps of the zoom, 1 = 100 %. */
const ZOOM_STEPS = [1, 1.25, 1.5, 1.75, 2] as const;

const THEME_NAMES = { system: 'As the computer', light: 'Light', dark: 'Dark' } as const;

export interface MenuPort {
  readonly platform: NodeJS.Platform;
  give(command: AppCommand): void;
  /** 1 = 100 %. */
  zoom(): number;
  setZoom(factor: number): void;
  theme(): (typeof THEMES)[number];
  /** Writes the library's key to a place that the clinician chooses. */
  keepKey(): void;
}

/** The menu as data; `Menu.buildFromTemplate` makes it. */
export function menuTemplate(port: MenuPort): MenuItemConstructorOptions[] {
  const mac = port.platform === 'darwin';
  const own = [fileMenu(port, mac), EDIT, viewMenu(port)];
  return mac ? [{ role: 'appMenu' }, ...own, { role: 'windowMenu' }, helpMenu(port)] : [...own, helpMenu(port)];
}

/** The next step of the zoom. @param direction +1 larger, −1 smaller */
export function nextZoom(factor: number, direction: 1 | -1): number {
  const further = ZOOM_STEPS.filter((step) => (step - factor) * direction > 0.01);
  return (direction > 0 ? further[0] : further.at(-1)) ?? (direction > 0 ? ZOOM_STEPS.at(-1)! : ZOOM_STEPS[0]);
}

function fileMenu({ give, keepKey }: MenuPort, mac: boolean): MenuItemConstructorOptions {
  return {
    label: '&File',
    submenu: [
      { label: 'New client', accelerator: 'CmdOrCtrl+N', click: () => give({ kind: 'new-client' }) },
      { label: 'Import…', accelerator: 'CmdOrCtrl+O', click: () => give({ kind: 'import', files: [] }) },
      { type: 'separator' },
      { label: 'Back up…', click: () => give({ kind: 'back-up' }) },
      { label: 'Restore a backup…', click: () => give({ kind: 'restore' }) },
      { label: 'Keep a copy of the key…', click: () => keepKey() },
      { type: 'separator' },
      { label: 'Print report…', accelerator: 'CmdOrCtrl+P', click: () => give({ kind: 'print-report' }) },
      { label: 'Settings', accelerator: 'CmdOrCtrl+,', click: () => give({ kind: 'settings' }) },
      { type: 'separator' },
      { role: mac ? 'close' : 'quit' },
    ],
  };
}

const EDIT: MenuItemConstructorOptions = {
  label: '&Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
};

function viewMenu(port: MenuPort): MenuItemConstructorOptions {
  const by = (direction: 1 | -1) => () => port.setZoom(nextZoom(port.zoom(), direction));
  return {
    label: '&View',
    submenu: [
      { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', click: by(1) },
      // The plus of a keyboard without a number block shares its key with =, and people press just that.
      { label: 'Larger', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true, click: by(1) },
      { label: 'Smaller', accelerator: 'CmdOrCtrl+-', click: by(-1) },
      { label: '100 %', accelerator: 'CmdOrCtrl+0', click: () => port.setZoom(1) },
      { type: 'separator' },
      ...THEMES.map((theme) => ({
        label: THEME_NAMES[theme],
        type: 'radio' as const,
        checked: theme === port.theme(),
        click: () => port.give({ kind: 'theme', theme }),
      })),
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
}

function helpMenu({ give }: MenuPort): MenuItemConstructorOptions {
  return {
    label: '&Help',
    role: 'help',
    submenu: [{ label: 'Keys', accelerator: 'F1', click: () => give({ kind: 'keys' }) }],
  };
}
