// The app's one window: sandboxed, placed where it was, shown when it has something to show.
import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { PAGE_URL } from './appScheme.ts';
import { type Area, LEAST_SIZE, placeOn, USUAL_SIZE, type WindowState } from './windowState.ts';

/** `--paper` of renderer/style/tokens.css, so that nothing flashes before the page paints. */
const PAPER = { light: '#ffffff', dark: '#141b22' } as const;

/** A page that paints late is shown all the same: a window that does not come is worse than an empty one. ms */
const LONGEST_HIDDEN_MS = 1000;

/** Makes the window and loads the page. @param preloadFile absolute */
export function openMainWindow(state: WindowState, preloadFile: string): BrowserWindow {
  const window = new BrowserWindow({
    ...USUAL_SIZE,
    ...placeOn(state.bounds, workAreas()),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'OpenStride',
    backgroundColor: paper(),
    webPreferences: {
      preload: path.resolve(preloadFile),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: state.zoom,
    },
  });
  if (state.maximised) window.maximize();
  showWhenPainted(window);
  void window.loadURL(PAGE_URL);
  return window;
}

/** The colour behind the page, as the theme has it now. */
export function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** What to keep of a window; its size when it is not maximised, so that it goes back to that. */
export function stateOf(window: BrowserWindow): Pick<WindowState, 'bounds' | 'maximised' | 'zoom'> {
  return {
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized(),
    zoom: window.webContents.getZoomFactor(),
  };
}

function showWhenPainted(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(late);
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  const late = setTimeout(show, LONGEST_HIDDEN_MS);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(late));
}

/** The main screen first: a window that lies on two belongs there. */
function workAreas(): Area[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
