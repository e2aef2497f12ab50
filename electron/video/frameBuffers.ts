// The memory that decoded frames are written into: a few buffers going round, or the caller's own.

/** Enough for one frame in use, one waiting and one being read. */
const OWN_BUFFERS = 3;

export interface FrameBuffers {
  /** A free buffer, as soon as there is one. */
  take(): Promise<Uint8Array>;
  /** Puts back a buffer whose frame nobody saw: it is the next to be taken. */
  giveBack(buffer: Uint8Array): void;
  /** Says that the frame last handed out is done with. */
  release(buffer: Uint8Array): void;
}

/** A fixed few buffers of our own. @param bytes size of one frame */
export function ownBuffers(bytes: number): FrameBuffers {
  const free: Uint8Array[] = Array.from({ length: OWN_BUFFERS }, () => new Uint8Array(bytes));
  let waiting: ((buffer: Uint8Array) => void) | null = null;
  const giveBack = (buffer: Uint8Array) => {
    const resolve = waiting;
    waiting = null;
    if (resolve) resolve(buffer);
    else free.push(buffer);
  };
  const take = () => {
    const buffer = free.pop();
    return buffer ? Promise.resolve(buffer) : new Promise<Uint8Array>((resolve) => (waiting = resolve));
  };
  return { take, giveBack, release: giveBack };
}

/**
 * Buffers the caller provides one at a time and keeps.
 * @throws RangeError from `take` when a buffer is not exactly one frame long
 */
export function lentBuffers(bytes: number, next: () => Uint8Array | Promise<Uint8Array>): FrameBuffers {
  const unseen: Uint8Array[] = [];
  const take = async () => {
    const buffer = unseen.pop() ?? (await next());
    if (buffer.length !== bytes)
      throw new RangeError(`a frame buffer must be ${bytes} bytes long, not ${buffer.length}`);
    return buffer;
  };
  return { take, giveBack: (buffer) => unseen.push(buffer), release: () => {} };
}
