// A process as Electron's utilityProcess makes it: `process.parentPort` instead of `process.send`, and Electron's name in its versions.
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

const port = new EventEmitter();
const toParent = process.send!.bind(process);
process.on('message', (data) => port.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.exit(0)); // Electron ends its utility processes with the app
Object.assign(port, { postMessage: (message: unknown) => void toParent(message as object) });
Object.defineProperty(process, 'parentPort', { value: port });
Object.defineProperty(process, 'send', { value: undefined });
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '45.4.1' } });

await import(pathToFileURL(process.argv[2]).href);
