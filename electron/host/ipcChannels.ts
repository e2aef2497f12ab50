// The channels between the desktop app's page and its main process; preload and main know no others.

/** A call of the contract: name and input; answers an `ApiAnswer`. */
export const IPC_CALL = 'openstride:call';
/** To the page: what happens without being asked for. */
export const IPC_NEWS = 'openstride:news';
/** To the page: what the clinician asks of it through the menu. */
export const IPC_COMMAND = 'openstride:command';
/** From the page: it listens now, to `news` or to `commands`. */
export const IPC_LISTENING = 'openstride:listening';
/** What only a desktop can do: name and input of an action, e.g. a file dialog. */
export const IPC_DESKTOP = 'openstride:desktop';
