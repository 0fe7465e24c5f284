import { createHash, randomBytes } from 'node:crypto';
import cloudbase from '@cloudbase/node-sdk';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Leaves the code with which the first administrator sets up the organ, as a deployment does: the
 * hash in `settings/bootstrap`, the code only in what this answers. Answers undefined when the organ
 * stands already. A code that was never used is replaced.
 */
export async function leaveBootstrapCode(
  cloudBase: string,
  now: number,
): Promise<string | undefined> {
  // Or the SDK looks on the internet whether it runs at Tencent's, before each request.
  process.env.TENCENTCLOUD = 'true';
  const database = cloudbase
    .init({
      env: 'local-env',
      secretId: 'local',
      secretKey: 'local',
      serviceUrl: `${cloudBase}/admin`,
    })
    .database();
  const settings = database.collection('settings');
  const organ = await settings.doc('organ').get();
  if ((organ.data as unknown[]).length > 0) return undefined;
  const { code, codeHash } = newBootstrapCode();
  await settings.doc('bootstrap').set({ codeHash, expiresAt: now + 30 * dayMs, version: 1 });
  return code;
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 100 random bits in five groups of four letters, and the hash that the cloud keeps of them. */
export function newBootstrapCode(): { code: string; codeHash: string } {
  const text = [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('');
  const codeHash = createHash('sha256').update(text).digest('hex');
  return { code: text.replace(/(.{4})(?=.)/g, '$1-'), codeHash };
}
