// The library behind Electron's preload bridge.
import type { DesktopBridge } from '../../core/api/bridge.ts';
import type { Connection } from './connection.ts';

declare global {
  interface Window {
    /** Only under Electron. */
    readonly openstride?: DesktopBridge;
  }
}

/** @returns null outside Electron */
export function bridgeConnection(): Connection | null {
  const bridge = window.openstride;
  if (!bridge) return null;
  return {
    call: (name, input) => bridge.call(name, input),
    onNews: (hear) => bridge.onNews(hear),
    handOver: async (film, onProgress) => {
      onProgress(1);
      return bridge.pathForFile(film);
    },
  };
}
