/**
 * The envelope of Standard Webhooks (standardwebhooks.com): id, timestamp and signature in headers.
 * The package's own check goes by the machine's clock; ours by the clock that is handed in.
 */
import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Source: Standard Webhooks, "timestamp": what is older or from the future may be a replay. */
export const toleranceMs = 5 * 60 * 1000;

export interface Signed {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/** Signs with every secret, so that the other side may change over in its own time. */
export function signEnvelope(
  secrets: string[],
  { id, at, body }: { id: string; at: number; body: string },
): Signed {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}

export type EnvelopeRefusal = 'envelope_missing' | 'envelope_stale' | 'signature_wrong';

/** Why an envelope is not to be believed; undefined when one of the secrets signed it just now. */
export function envelopeRefusal(
  secrets: string[],
  { headers, body, now }: { headers: Partial<Signed>; body: string; now: number },
): EnvelopeRefusal | undefined {
  const id = headers['webhook-id'] ?? '';
  const given = headers['webhook-signature'] ?? '';
  const seconds = headers['webhook-timestamp'] ?? '';
  if (!/^[\x21-\x7e]{1,256}$/.test(id) || given === '' || !/^\d{1,12}$/.test(seconds)) {
    return 'envelope_missing';
  }
  const at = Number(seconds) * 1000;
  const wanted = signEnvelope(secrets, { id, at, body })['webhook-signature'].split(' ');
  const isSigned = given.split(' ').some((one) => wanted.some((good) => isSame(one, good)));
  if (!isSigned) return 'signature_wrong';
  return Math.abs(now - at) > toleranceMs ? 'envelope_stale' : undefined;
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}
