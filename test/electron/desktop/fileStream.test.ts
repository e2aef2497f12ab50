// Parts of a file arrive whole and in order; whoever lets go half-way leaves nothing open and nothing thrown.
import { mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fileStream } from '../../../electron/desktop/fileStream.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'openstride-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILM = path.join(folder, 'film');
const bytes = Buffer.from(Array.from({ length: 1_000_003 }, (_, i) => i % 251));
writeFileSync(FILM, bytes);

const whole = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());
const openFiles = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === FILM;
    } catch {
      return false; // closed meanwhile
    }
  }).length;

describe('a part of a file', () => {
  it('arrives whole, byte for byte, however it lies in the file', async () => {
    for (const [first, last] of [
      [0, 0],
      [0, bytes.length - 1],
      [262_143, 262_145],
      [500_000, bytes.length - 1],
    ])
      expect((await whole(await fileStream(FILM, { first, last }))).equals(bytes.subarray(first, last + 1))).toBe(true);
  });

  it('let go of half-way, before it began and while it reads leaves nothing open', async () => {
    for (let i = 0; i < 50; i++) {
      const reader = (await fileStream(FILM, { first: 0, last: bytes.length - 1 })).getReader();
      if (i % 3 > 0) await reader.read();
      if (i % 3 === 2) void reader.read().catch(() => undefined);
      await reader.cancel();
    }
    if (process.platform === 'linux') await vi.waitFor(() => expect(openFiles()).toBe(0));
  });

  it('of a file that has become shorter ends where the file does', async () => {
    const short = path.join(folder, 'short');
    writeFileSync(short, bytes);
    const stream = await fileStream(short, { first: 0, last: bytes.length - 1 });
    truncateSync(short, 300_000);
    const got = await whole(stream);
    expect(got.length).toBeLessThan(bytes.length);
    expect(got.subarray(0, 262_144).equals(bytes.subarray(0, 262_144))).toBe(true);
  });
});
