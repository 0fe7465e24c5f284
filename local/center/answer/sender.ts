/**
 * Hands answers over until each is taken or refused for good: a story's answers in their order, those
 * of different stories at once. What is unsettled when the center stops goes on when it starts.
 */
import type { Inbox, SentAnswer } from '../inbox';
import type { Journal } from '../journal';
import type { CenterRecord } from '../record';
import { sign } from '../signature';

/** Between attempts: doubling from the first to the last, then for ever. */
const RETRY_MS_FIRST = 500;
const RETRY_MS_MAX = 60_000;
const ATTEMPT_MS_MAX = 10_000;
/** Answers under way at once. */
const SENDING_AT_ONCE = 8;

export interface Sender {
  /** Looks for what is to be sent; called after anything was written down. */
  wake(): void;
  stop(): void;
}

interface SenderParts {
  inbox: Inbox;
  journal: Journal<CenterRecord>;
  secrets: string[];
  callback: string;
  now(): number;
  /** Whether a test wants this answer sent a second time though it was taken. */
  isDoubled(answerId: string): boolean;
}

/** Starts with everything that is not settled yet. */
export function startSender(parts: SenderParts): Sender {
  const { inbox, journal, now, isDoubled } = parts;
  /** Stories whose next answer waits for the one before: under way, or between two attempts. */
  const busy = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let sending = 0;
  let isStopped = false;

  function wake(): void {
    for (const answer of inbox.unsettled()) {
      if (isStopped || sending >= SENDING_AT_ONCE) return;
      if (busy.has(answer.body.uri)) continue;
      busy.add(answer.body.uri);
      sending += 1;
      void send(answer);
    }
  }

  async function send(answer: SentAnswer): Promise<void> {
    const attempt = await attemptOf(parts, answer);
    if (attempt.isSettled && isDoubled(answer.id)) await attemptOf(parts, answer);
    if (isStopped) return;
    const line = { kind: 'answer_attempt', at: now(), answerId: answer.id, ...attempt } as const;
    // Where nothing can be written down any more, nothing more is sent either.
    await journal.append(line).catch(stop);
    sending -= 1;
    if (attempt.isSettled) free(answer.body.uri);
    else later(() => free(answer.body.uri), retryMs(answer.attempts.length));
    wake();
  }

  function free(uri: string): void {
    busy.delete(uri);
    wake();
  }

  function later(work: () => void, ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  }

  function stop(): void {
    isStopped = true;
    timers.forEach(clearTimeout);
  }

  wake();
  return { wake, stop };
}

async function attemptOf({ callback, secrets, now }: SenderParts, { id, body }: SentAnswer) {
  const text = JSON.stringify(body);
  try {
    const response = await fetch(callback, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...sign({ id, at: now(), body: text }, secrets),
      },
      body: text,
      redirect: 'error',
      signal: AbortSignal.timeout(ATTEMPT_MS_MAX),
    });
    await response.arrayBuffer();
    return { outcome: `http_${response.status}`, isSettled: isFinal(response.status) };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { outcome: isLate ? 'timeout' : 'unreachable', isSettled: false };
  }
}

/** Taken, or refused in a way that sending it again cannot change. */
function isFinal(status: number): boolean {
  if (status >= 200 && status < 300) return true;
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

function retryMs(attempts: number): number {
  const full = Math.min(RETRY_MS_MAX, RETRY_MS_FIRST * 2 ** Math.min(attempts, 20));
  return full / 2 + Math.random() * (full / 2);
}
