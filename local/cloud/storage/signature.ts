import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readIfThere, replaceFile } from '../durable-file';

/** Signs that something may be done with a path until a moment (epoch seconds, cloud's time). */
export interface Signer {
  sign(permit: Permit): string;
  isSigned(permit: Permit, signature: string): boolean;
}

export interface Permit {
  purpose: 'upload' | 'download';
  path: string;
  expiresAtSeconds: number;
}

/** The signer of a data folder; its secret is made once and kept, so that addresses outlive restarts. */
export async function openSigner(secretFile: string): Promise<Signer> {
  let secret = await readIfThere(secretFile);
  if (!secret) {
    secret = randomBytes(32).toString('hex');
    await replaceFile(secretFile, secret);
  }
  return createSigner(secret);
}

/** A signer with a given secret. */
export function createSigner(secret: string): Signer {
  const sign = ({ purpose, path, expiresAtSeconds }: Permit) =>
    createHmac('sha256', secret).update(`${purpose}\n${expiresAtSeconds}\n${path}`).digest('hex');
  return {
    sign,
    isSigned(permit, signature) {
      const wanted = Buffer.from(sign(permit));
      const given = Buffer.from(signature);
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
}
