// Encrypts what is personal: AES-256-GCM, bound to the place where it is kept, so that no sealed value can stand in for another.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { GaitError } from '../../core/errors.ts';

/** First byte of everything sealed; another way of sealing (films, say) gets another. */
const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param place where it is kept, e.g. `clients/3f…`; the same when it is opened */
export interface Sealer {
  seal(bytes: Uint8Array, place: string): Buffer;
  /** @throws GaitError `library-damaged` when it was changed, moved or sealed with another key */
  open(sealed: Uint8Array, place: string): Buffer;
}

/** @param key 32 bytes */
export function sealer(key: Uint8Array): Sealer {
  return {
    seal: (bytes, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(place));
      const body = cipher.update(bytes);
      const rest = cipher.final();
      return Buffer.concat([Buffer.of(FORM), nonce, body, rest, cipher.getAuthTag()]);
    },
    open: (sealed, place) => {
      try {
        return unseal(sealed, place, key);
      } catch (error) {
        throw new GaitError('library-damaged', `${place} in the library was changed or is damaged.`, { cause: error });
      }
    },
  };
}

function unseal(sealed: Uint8Array, place: string, key: Uint8Array): Buffer {
  if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) throw new RangeError('unknown form');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const body = decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES));
  return Buffer.concat([body, decipher.final()]);
}
