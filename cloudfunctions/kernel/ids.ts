import { randomBytes } from 'node:crypto';

/** A new document id: 32 hex characters, 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A typed code as it is hashed: upper case, without the dashes and spaces people add. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
