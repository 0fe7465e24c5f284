import { randomBytes } from 'node:crypto';

/** A new document id: 32 hex characters, 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

// No 0/O and 1/I: people read these codes aloud and type them. 32 letters make 5 bits each.
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A new one-time code for a person to type: 20 letters, 100 random bits, in groups of four. */
export function newCode(): string {
  const letters = [...randomBytes(20)].map((byte) => codeLetters[byte % codeLetters.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A typed code as it is hashed: upper case, without the dashes and spaces people add. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
