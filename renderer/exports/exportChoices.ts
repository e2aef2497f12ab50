// What is drawn on pictures and films that leave, and whether faces are in them: chosen once, kept while the window is open.
import { useSyncExternalStore } from 'react';

export interface ExportChoices {
  readonly blurFaces: boolean;
  readonly skeleton: boolean;
  readonly angles: boolean;
  /** Contacts on the film and the strip of phases below it. */
  readonly phase: boolean;
}

let choices: ExportChoices = { blurFaces: false, skeleton: true, angles: true, phase: true };
const listeners = new Set<() => void>();

/** Changes some of them, for every export from now on. */
export function chooseForExports(changed: Partial<ExportChoices>): void {
  choices = { ...choices, ...changed };
  for (const tell of listeners) tell();
}

/** The choices in force. */
export function useExportChoices(): ExportChoices {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => choices,
  );
}
