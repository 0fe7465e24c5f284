/** Digests that getFileInfo offers. The browser's own crypto knows all but MD5. */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

type Algorithm = 'md5' | 'sha1' | 'sha256';

const SUBTLE_NAMES = { sha1: 'SHA-1', sha256: 'SHA-256' };

/** Lower-case hex digest. */
export async function digestOf(
  bytes: Uint8Array<ArrayBuffer>,
  algorithm: Algorithm,
): Promise<string> {
  if (algorithm === 'md5') return bytesToHex(md5(bytes));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest(SUBTLE_NAMES[algorithm], bytes)));
}
