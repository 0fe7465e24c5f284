/**
 * Secrets at rest: AES-256-GCM under the environment's key. What is sealed for one purpose does not
 * open for another, so that a text cannot be moved from one document to the next.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Fault } from './faults';

const ivBytes = 12;
const tagBytes = 16;

/** The environment's key: 32 bytes in base64, made by the deployment. */
function key(): Buffer {
  const bytes = Buffer.from(process.env.SECRETS_KEY ?? '', 'base64');
  if (bytes.length !== 32) throw new Fault('secrets_key_missing', 'never');
  return bytes;
}

/** A text as it may be stored; `purpose` has to be the same when it is opened. */
export function seal(text: string, purpose: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The text that was sealed; a Fault where the key, the purpose or a byte is another. */
export function unseal(sealed: string, purpose: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, ivBytes));
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  const text = bytes.subarray(ivBytes + tagBytes);
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Fault('secret_unreadable', 'never', { cause });
  }
}

/** A token that nobody can guess, and that comes out the same each time it is asked for. */
export function deriveToken(words: string[]): string {
  return createHmac('sha256', key()).update(JSON.stringify(words)).digest('base64url');
}
