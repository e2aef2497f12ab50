// What the desktop app gives its page beside the calls: `window.openstride`, filled by electron/preload.ts. Absent in a browser.
import type { ApiAnswer, ApiInput, ApiName, ApiNews, ApiOutput } from '../api.ts';
import type { AppSettings } from '../records/appSettings.ts';

/** What is written to a place that the clinician chooses. */
export const SAVE_KINDS = ['backup', 'client', 'report', 'table', 'film', 'picture'] as const;
export type SaveKind = (typeof SAVE_KINDS)[number];

/** What is read from a place that the clinician chooses. */
export const OPEN_KINDS = ['backup', 'client', 'folder'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** What the clinician asks of the page through the menu, or by opening a film with OpenStride. */
export type AppCommand =
  | { readonly kind: 'new-client' }
  /** Absolute paths of the films; none = the page asks for them. */
  | { readonly kind: 'import'; readonly files: readonly string[] }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'print-report' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'keys' }
  /** The page keeps it as the setting, and the window follows. */
  | { readonly kind: 'theme'; readonly theme: AppSettings['theme'] }
  /** Something that the program around the page must say, e.g. that the page had to be loaded again. */
  | { readonly kind: 'say'; readonly sentence: string };

/** A `File` of the page; core knows no browser. */
export interface PageFile {
  readonly name: string;
  readonly size: number;
}

export interface DesktopBridge {
  readonly host: 'desktop';
  /** One call of the contract; never rejects. Series of numbers arrive as they were. */
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiAnswer<ApiOutput<N>>>;
  /** @returns stops listening */
  onNews(hear: (news: ApiNews) => void): () => void;
  /** Commands given before anybody listened are heard at once. @returns stops listening */
  onCommand(hear: (command: AppCommand) => void): () => void;
  /** Absolute path of a file that was dropped or chosen; '' for one that does not lie on a disk. */
  pathForFile(file: PageFile): string;
  /** The system's own dialog. @returns absolute paths, none when it was left */
  chooseFilms(): Promise<readonly string[]>;
  /** @param suggestedName without a folder @returns null when the dialog was left */
  chooseSave(kind: SaveKind, suggestedName: string): Promise<string | null>;
  /** @returns null when the dialog was left */
  chooseOpen(kind: OpenKind): Promise<string | null>;
  /** Shows a file in the system's file manager. @returns false when it is not there */
  showInFolder(file: string): Promise<boolean>;
}
