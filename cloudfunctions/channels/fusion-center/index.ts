/**
 * The county fusion-media center: one signed POST a version, ninjs 3.1 in a Standard Webhooks
 * envelope. Its protocol is docs/fusion-center.md.
 */
import * as z from 'zod/mini';
import { signEnvelope } from '../../kernel/signature';
import type { Delivery, DeliveryResult, OpenChannel } from '../channel';
import { sendOutbound, type OutboundAnswer } from '../outbound';
import { buildNinjs } from './build-ninjs';

const received = z.object({ status: z.literal('received') });
const errorBody = z.object({ error: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/)) });
/** Answers of 4xx that do not mean «never»: too slow, too early, too many. */
const passing = [408, 425, 429];

export const open: OpenChannel = ({ endpoint, secrets }) => ({
  async deliver(delivery) {
    if (endpoint === null) return { outcome: 'rejected', why: 'endpoint_invalid' };
    const { message, content } = delivery;
    const hasFiles = content.photos.length > 0 || content.video !== null;
    const links =
      hasFiles && message.kind !== 'kill' ? await delivery.linkFiles() : new Map<string, string>();
    const body = JSON.stringify(buildNinjs(delivery, links));
    const headers = { ...signed(delivery, secrets, body), 'content-type': 'application/json' };
    return resultOf(await sendOutbound({ method: 'POST', url: endpoint, headers, body }));
  },
  async ask(delivery) {
    if (endpoint === null) return { outcome: 'absent' };
    const url = `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(delivery.message._id)}`;
    const headers = signed(delivery, secrets, '');
    const answer = await sendOutbound({ method: 'GET', url, headers });
    if (answer.answered && answer.status === 404) return { outcome: 'absent' };
    if (isReceived(answer)) return { outcome: 'delivered' };
    // Not to be asked now: it stays unknown, whatever the reason.
    const why = answer.answered ? `http_${answer.status}` : answer.why;
    return { outcome: 'unknown', why };
  },
});

const signed = ({ message, now }: Delivery, secrets: string[], body: string) => ({
  ...signEnvelope(secrets, { id: message._id, at: now, body }),
});

function resultOf(answer: OutboundAnswer): DeliveryResult {
  if (!answer.answered) {
    return { outcome: answer.isUnsent ? 'failed' : 'unknown', why: answer.why };
  }
  if (isReceived(answer)) return { outcome: 'delivered' };
  const { status } = answer;
  const why = codeOf(answer.body) ?? `http_${status}`;
  if (status >= 400 && status < 500 && !passing.includes(status)) {
    return { outcome: 'rejected', why };
  }
  // A gateway's timeout says nothing of what stands behind it, nor does an answer that is none.
  if (status === 504 || status < 400) return { outcome: 'unknown', why };
  const retryAfterMs = Number(answer.headers['retry-after']) * 1000;
  return { outcome: 'failed', why, ...(retryAfterMs > 0 && { retryAfterMs }) };
}

function isReceived(answer: OutboundAnswer): boolean {
  return (
    answer.answered && answer.status === 200 && received.safeParse(jsonOf(answer.body)).success
  );
}

function codeOf(body: string): string | undefined {
  const parsed = errorBody.safeParse(jsonOf(body));
  return parsed.success ? parsed.data.error : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more answer that is none of the protocol's.
    return undefined;
  }
}
