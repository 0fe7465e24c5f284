/** Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, several secrets while they rotate. */
import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** How far a sender's clock may differ; also how long a captured message could be sent again. */
const TOLERANCE_SECONDS = 5 * 60;

export interface Envelope {
  id: string;
  /** Epoch milliseconds; the envelope has whole seconds. */
  at: number;
  body: string;
}

/** The three headers, with one signature for each secret. */
export function sign({ id, at, body }: Envelope, secrets: string[]): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': secrets
      .map((secret) => new Webhook(secret).sign(id, new Date(at), body))
      .join(' '),
  };
}

interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
  now: number;
}

export type Verdict = { ok: true; id: string } | { ok: false; error: 'unsigned' | 'stale' };

/** Whether one of our secrets signed it, and lately. Says nothing of which part did not fit. */
export function verify({ headers, body, now }: Received, secrets: string[]): Verdict {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const given = headers['webhook-signature'];
  const isWhole = typeof id === 'string' && id !== '' && typeof given === 'string';
  if (!isWhole || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp))
    return { ok: false, error: 'unsigned' };
  const at = Number(timestamp) * 1000;
  const expected = secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body));
  const isOurs = given.split(' ').some((one) => expected.some((ours) => isSame(one, ours)));
  if (!isOurs) return { ok: false, error: 'unsigned' };
  // After the signature, so that a stranger learns nothing of our clock.
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS)
    return { ok: false, error: 'stale' };
  return { ok: true, id };
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
