// The fingerprint of a film is that of its bytes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashFile } from '../../../electron/video/hashFile.ts';
import { makeClip } from '../../support/makeClip.ts';

describe('hashFile', () => {
  it('is SHA-256 in lower-case hexadecimal', async () => {
    const path = await makeClip('plain');
    expect(await hashFile(path)).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  it('of an empty file is that of no bytes', async () => {
    const known = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await hashFile(await makeClip('empty'))).toBe(known);
  });

  it('of a missing file says that it is missing', async () => {
    await expect(hashFile(await makeClip('missing'))).rejects.toMatchObject({ code: 'video-not-found' });
  });

  it('can be cancelled', async () => {
    const path = await makeClip('plain');
    await expect(hashFile(path, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
