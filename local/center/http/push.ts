/** The protocol's two addresses: a story is pushed, or it is asked whether a message has come. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from '../../cloud/server/answer';
import { readBody } from '../../cloud/server/body';
import { refuseBrowsers } from '../../cloud/server/origin';
import type { Mishap } from '../mishap';
import type { Office } from '../office';
import type { Arrival, Attempt } from '../record';
import { receiveStory } from '../receive/receive-story';
import { Refusal, statusOf } from '../refusal';
import { verify } from '../signature';
import type { Exchange } from './exchange';

/** Far more than a story of 20,000 characters with 20 photos' names. */
const PUSH_BYTES_MAX = 2 * 1024 * 1024;

/** Takes a story; see receiveStory. */
export async function answerPush(exchange: Exchange): Promise<void> {
  const body = await bodyOf(exchange.request);
  await answerOnRecord(exchange, body, (webhookId) =>
    receiveStory({ webhookId, body, now: exchange.office.now() }, exchange.office),
  );
}

/** Says whether the message in the path has been received. */
export async function answerQuestion(exchange: Exchange): Promise<void> {
  const { office, words } = exchange;
  await answerOnRecord(exchange, '', async (webhookId) => {
    // The signature covers the header, so the path must say the same.
    if (words[0] !== webhookId)
      throw new Refusal('unsigned', 'the path is another message than webhook-id');
    const arrival = office.inbox.arrivalOf(webhookId);
    if (!arrival) throw new Refusal('unknown_message', 'no such message was received');
    return arrival;
  });
}

/** Verifies, answers, and writes down what came and how it ended, before the answer leaves. */
async function answerOnRecord(
  { office, request, response }: Exchange,
  body: string,
  decide: (webhookId: string) => Promise<Arrival>,
): Promise<void> {
  refuseBrowsers(request);
  const attempt = attemptOf(office, request, body);
  const mishap = office.mishaps.draw(attempt.webhookId ?? '');
  if (mishap === 'fail' || mishap === 'hang') return meet(mishap, { office, response, attempt });
  const decided = await settle(office, attempt, decide);
  if (mishap === 'lose_answer') {
    await office.journal.append({ ...attempt, status: null, outcome: mishap });
    response.destroy();
  } else {
    await office.journal.append({ ...attempt, status: decided.status, outcome: decided.outcome });
    answerJson(response, decided.status, decided.answer);
  }
  office.wake();
  if (decided.arrival && request.method === 'POST') await office.decideAlone(decided.arrival);
}

async function settle(
  office: Office,
  { headers, body }: Attempt,
  decide: (webhookId: string) => Promise<Arrival>,
) {
  try {
    const verdict = verify({ headers, body, now: office.now() }, office.secrets);
    if (!verdict.ok) throw new Refusal(verdict.error, wordsOf[verdict.error]);
    const arrival = await decide(verdict.id);
    const { uri, version } = arrival.story;
    const answer = { status: 'received', uri, version };
    return { status: 200, outcome: 'received', answer, arrival };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const answer = { error: cause.code, message: cause.message };
    return { status: statusOf[cause.code], outcome: cause.code, answer };
  }
}

const wordsOf = {
  unsigned: 'no signature of a known secret fits',
  stale: 'the timestamp is too far from now',
};

async function meet(
  mishap: Mishap,
  { office, response, attempt }: { office: Office; response: ServerResponse; attempt: Attempt },
): Promise<void> {
  const status = mishap === 'fail' ? 503 : null;
  await office.journal.append({ ...attempt, status, outcome: mishap });
  if (status) return answerJson(response, status, { error: 'unavailable', message: 'as told' });
  const cut = setTimeout(() => response.destroy(), office.mishaps.setting().hangMs);
  response.once('close', () => clearTimeout(cut));
}

function attemptOf(office: Office, request: IncomingMessage, body: string): Attempt {
  const { headers, method = '', url = '' } = request;
  const id = headers['webhook-id'];
  return {
    ...{ kind: 'attempt', at: office.now(), method, path: url, headers, body },
    webhookId: typeof id === 'string' ? id : null,
    ...{ status: null, outcome: '' },
  };
}

const bodyOf = async (request: IncomingMessage) =>
  (await readBody(request, PUSH_BYTES_MAX)).toString('utf8');
