// Where the window was, kept from one start to the next and mended when its screen is gone.
import { readFileSync, writeFileSync } from 'node:fs';
import { THEMES } from '../../core/records/appSettings.ts';

/** Device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Null = never placed: the system chooses. */
  readonly bounds: Area | null;
  readonly maximised: boolean;
  /** 1 = 100 %. */
  readonly zoom: number;
  /** As last chosen, for the colour before the page paints. */
  readonly theme: (typeof THEMES)[number];
}

export const FIRST_STATE: WindowState = { bounds: null, maximised: false, zoom: 1, theme: 'system' };

/** A laptop's usual size; the screens are made for it. */
export const USUAL_SIZE = { width: 1280, height: 800 } as const;
/** Below this the screens no longer fit. */
export const LEAST_SIZE = { width: 960, height: 640 } as const;
/** Of the title bar, so that the window can be taken hold of. */
const LEAST_SEEN = { width: 120, height: 40 } as const;

/**
 * A place for the window on the screens there are now.
 * @param workAreas of every screen, the main one first
 * @returns null when no screen shows enough of it: then the system chooses
 */
export function placeOn(bounds: Area | null, workAreas: readonly Area[]): Area | null {
  if (bounds === null) return null;
  const screen = workAreas.find((area) => shows(area, bounds));
  if (!screen) return null;
  const width = Math.max(LEAST_SIZE.width, Math.min(bounds.width, screen.width));
  const height = Math.max(LEAST_SIZE.height, Math.min(bounds.height, screen.height));
  return { x: bounds.x, y: Math.max(bounds.y, screen.y), width, height };
}

function shows(area: Area, { x, y, width }: Area): boolean {
  const seenWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  const titleBar = y >= area.y - LEAST_SEEN.height && y <= area.y + area.height - LEAST_SEEN.height;
  return seenWidth >= LEAST_SEEN.width && titleBar;
}

/** The state of the last time; {@link FIRST_STATE} where there is none or it makes no sense. */
export function readWindowState(file: string): WindowState {
  try {
    return checked(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return FIRST_STATE; // the first start, or a file cut off by a power cut
  }
}

/** Keeps it; a disk that is full costs the place of the window and nothing else. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // Said nowhere: nobody misses it.
  }
}

function checked(found: unknown): WindowState {
  const { bounds, maximised, zoom, theme } = Object(found) as { [name in keyof WindowState]?: unknown };
  return {
    bounds: isArea(bounds) ? bounds : null,
    maximised: maximised === true,
    zoom: typeof zoom === 'number' && zoom >= 1 && zoom <= 2 ? zoom : 1,
    theme: THEMES.find((one) => one === theme) ?? 'system',
  };
}

function isArea(found: unknown): found is Area {
  const area = Object(found) as Partial<Area>;
  return [area.x, area.y, area.width, area.height].every(Number.isFinite) && area.width! > 0 && area.height! > 0;
}
