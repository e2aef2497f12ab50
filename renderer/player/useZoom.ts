// How large the picture is shown: whole, at its own size, or anything between, as buttons and wheel ask for it.
import { useMemo, useState } from 'react';
import type { Zoom } from './pictureFrame.ts';

export interface ZoomControl {
  readonly zoom: Zoom;
  readonly set: (zoom: Zoom | ((before: Zoom) => Zoom)) => void;
}

/** The whole picture to begin with. */
export function useZoom(): ZoomControl {
  const [zoom, set] = useState<Zoom>(null);
  return useMemo(() => ({ zoom, set }), [zoom]);
}
