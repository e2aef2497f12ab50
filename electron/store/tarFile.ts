// One file that holds many: a plain tar archive, written and read in pieces, so that films of any size fit.
//
// Ustar (POSIX.1-1988) with GNU's binary size for files over 8 GB; any tar program can look inside.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { GaitError } from '../../core/errors.ts';

const BLOCK = 512;
const PIECE_BYTES = 1 << 20;
/** Eleven octal digits. */
const LARGEST_OCTAL = 8 ** 11 - 1;

/** What goes in: bytes at hand or a file. */
export interface TarSource {
  /** With forward slashes, at most 100 bytes. */
  readonly name: string;
  readonly from: Uint8Array | { readonly file: string; readonly bytes: number };
}

export interface TarEntry {
  readonly name: string;
  /** Where the content begins. */
  readonly at: number;
  readonly bytes: number;
}

/** Writes the archive from where the handle stands. @throws GaitError `cancelled`; Error when a file is shorter than said */
export async function writeTar(to: FileHandle, sources: Iterable<TarSource>, signal?: AbortSignal): Promise<void> {
  for (const { name, from } of sources) {
    const bytes = from instanceof Uint8Array ? from.length : from.bytes;
    await to.writeFile(header(name, bytes));
    if (from instanceof Uint8Array) await to.writeFile(from);
    else await pour(from.file, from.bytes, to, signal);
    await to.writeFile(Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK));
  }
  await to.writeFile(Buffer.alloc(2 * BLOCK));
}

/** What is in an archive. @throws GaitError `backup-damaged` when it is cut off or no archive */
export async function listTar(file: FileHandle): Promise<readonly TarEntry[]> {
  const { size } = await file.stat();
  const entries: TarEntry[] = [];
  const block = Buffer.alloc(BLOCK);
  let at = 0;
  for (;;) {
    const { bytesRead } = await file.read(block, 0, BLOCK, at);
    if (bytesRead < BLOCK) throw new GaitError('backup-damaged', 'The file is cut off; it was not written to its end.');
    if (block[0] === 0) return entries;
    const entry = readHeader(block, at + BLOCK);
    if (entry.at + entry.bytes > size) throw new GaitError('backup-damaged', 'The file is cut off.');
    entries.push(entry);
    at = entry.at + Math.ceil(entry.bytes / BLOCK) * BLOCK;
  }
}

/** Copies one entry out. @returns the hash of what was copied */
export async function takeOut(archive: string, entry: TarEntry, to: string): Promise<string> {
  const hash = createHash('sha256');
  const target = await open(to, 'wx');
  try {
    if (entry.bytes > 0)
      for await (const piece of createReadStream(archive, { start: entry.at, end: entry.at + entry.bytes - 1 })) {
        hash.update(piece as Buffer);
        await target.writeFile(piece as Buffer);
      }
    await target.sync();
  } finally {
    await target.close();
  }
  return hash.digest('hex');
}

async function pour(file: string, bytes: number, to: FileHandle, signal?: AbortSignal): Promise<void> {
  let poured = 0;
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES, end: Math.max(0, bytes - 1) })) {
    if (signal?.aborted) throw new GaitError('cancelled', 'Writing the file was cancelled.');
    await to.writeFile(piece as Buffer);
    poured += (piece as Buffer).length;
  }
  if (poured !== bytes) throw new Error(`${file} changed while it was copied.`);
}

function header(name: string, bytes: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long for an archive.`);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  if (bytes <= LARGEST_OCTAL) block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  else {
    block[124] = 0x80;
    block.writeBigUInt64BE(BigInt(bytes), 128);
  }
  block.write('00000000000\0', 136);
  block.write('0', 156);
  block.write('ustar\x0000', 257);
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function readHeader(block: Buffer, at: number): TarEntry {
  const sum = Number.parseInt(block.toString('latin1', 148, 156), 8);
  if (sum !== checksum(block)) throw new GaitError('backup-damaged', 'The file is damaged or not one of OpenStride.');
  const large = block[124] === 0x80;
  const bytes = large ? Number(block.readBigUInt64BE(128)) : Number.parseInt(block.toString('latin1', 124, 136), 8);
  return { name: block.toString('utf8', 0, 100).replace(/\0.*$/s, ''), at, bytes };
}

/** Sum of all bytes, the field of the sum itself counted as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}
