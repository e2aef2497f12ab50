// What the clinician asks for through the desktop app's menu, or by opening a film with OpenStride.
import { useEffect } from 'react';
import type { AppCommand } from '../../core/api/bridge.ts';

/** Hears commands as long as the app is open; nothing in a browser. @param obey the same function at every drawing */
export function useAppCommands(obey: (command: AppCommand) => void): void {
  useEffect(() => window.openstride?.onCommand(obey), [obey]);
}

/** What one screen does with a command; true = done, nobody else is asked. */
type Hearer = (command: AppCommand) => boolean;

const hearers = new Set<Hearer>();
let waiting: AppCommand | null = null;

/** Gives the screen that is there the first word. @returns whether it took the command */
export function askScreen(command: AppCommand): boolean {
  waiting = null;
  return [...hearers].some((hear) => hear(command));
}

/** Keeps a command for the screen that is on its way. */
export function askNextScreen(command: AppCommand): void {
  waiting = command;
}

/** Hears commands on this screen. @param hear the same function at every drawing */
export function useScreenCommands(hear: Hearer): void {
  useEffect(() => {
    hearers.add(hear);
    if (waiting && hear(waiting)) waiting = null;
    return () => void hearers.delete(hear);
  }, [hear]);
}
