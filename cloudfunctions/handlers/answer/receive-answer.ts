/**
 * A center's answer to what it was sent. It comes from the open network, so everything is doubted:
 * channel, signature, time, replay, shape, story. What is refused is counted and changes nothing.
 */
import { channelAnswer, type answerStatuses } from '../../contract/answer';
import type { SyndicationChannel } from '../../domain/syndication/channel';
import { printedOnOf, takeAnswer, type Answer } from '../../domain/syndication/take-answer';
import { storyIdOf } from '../../domain/syndication/uri';
import { replace, type Change } from '../../kernel/change';
import { hashJson, hashText } from '../../kernel/hash';
import { envelopeRefusal, type Signed } from '../../kernel/signature';
import type { Store } from '../../store';
import type { WholeStory } from '../../store/whole-story';
import { recordMetrics } from '../adoption/record-metrics';
import { recordPrinting } from '../adoption/record-printing';
import { storyChanges } from '../story/story-changes';

export type AnswerOutcome = 'taken' | keyof typeof answerStatuses;

export interface AnswerScene {
  store: Store;
  now: number;
  on: string;
  newId(): string;
  secretsOf(channel: SyndicationChannel, at: number): string[];
}

export interface AnswerRequest {
  method: string;
  channelId: string;
  headers: Partial<Signed>;
  body: string;
}

/** A relay, a person or another answer may change the same documents at that moment. */
const attemptsMax = 4;

/** Takes one answer; the reason where it does not. */
export async function receiveAnswer(
  request: AnswerRequest,
  scene: AnswerScene,
): Promise<AnswerOutcome> {
  const outcome = await take(request, scene);
  if (outcome !== 'taken') await scene.store.countOne(`answer_${outcome}`, scene.on);
  return outcome;
}

async function take(
  { method, channelId, headers, body }: AnswerRequest,
  scene: AnswerScene,
): Promise<AnswerOutcome> {
  const { store, now } = scene;
  if (method !== 'POST') return 'method_wrong';
  // Of whom it is nobody knows yet: it says nothing but under which receipt to look.
  const receiptId = hashJson(['channel.answer', channelId, headers['webhook-id'] ?? '']);
  const found = await store.readChannelFor(channelId, receiptId);
  const secrets = found ? scene.secretsOf(found.channel, now) : [];
  if (!found || secrets.length === 0) return 'channel_unknown';
  const refusal = envelopeRefusal(secrets, { headers, body, now });
  if (refusal) return refusal;
  const parsed = channelAnswer.safeParse(jsonOf(body));
  if (!parsed.success) return 'answer_invalid';
  if (found.isAnswered) return 'replayed';
  const command = { call: 'channel.answer', receiptId, contentHash: hashText(body) };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const written = await write(scene, { channel: found.channel, answer: parsed.data, command });
    if (written !== 'outrun') return written;
  }
  return 'changed_meanwhile';
}

interface Writing {
  channel: SyndicationChannel;
  answer: Answer;
  command: Parameters<Store['commit']>[0]['command'];
}

async function write(
  scene: AnswerScene,
  { channel, answer, command }: Writing,
): Promise<AnswerOutcome | 'outrun'> {
  const { store, now } = scene;
  const storyId = storyIdOf(answer.uri);
  const whole = storyId === undefined ? undefined : await store.readWholeStory(storyId);
  if (!whole) return 'story_unknown';
  const decision = takeAnswer(whole, answer, { channel, at: now });
  if (!decision.accepted) return decision.refusal;
  const { message, story, isAfterKill } = decision.changes;
  const changes: Change[] = [
    replace('outbox_messages', message),
    ...(story ? storyChanges(scene, story, whole).changes : []),
    ...(await adoptionChangesOf(scene, { whole, answer, channel, isAfterKill })),
  ];
  const committed = await store.commit({ command, changes, value: null, now });
  return committed.committed ? 'taken' : 'outrun';
}

/** What the answer makes of the story's printings. */
async function adoptionChangesOf(
  { store, now, on, newId }: AnswerScene,
  given: {
    whole: WholeStory;
    answer: Answer;
    channel: SyndicationChannel;
    isAfterKill: boolean;
  },
): Promise<Change[]> {
  const { whole, answer, channel, isAfterKill } = given;
  const { story, revision } = whole;
  const about = { channelId: channel._id, at: now, newId };
  if (answer.kind === 'metrics') {
    const { outlet: outletName, reads, forwards, url = null } = answer;
    const counted = { storyId: story._id, outletName, url, reads, forwards };
    return recordMetrics(store, { ...counted, ...about, channelName: channel.name });
  }
  if (answer.kind !== 'published') return [];
  const { outlet: outletName, url, headline, position = 'other' } = answer;
  const printedOn = printedOnOf(answer, on);
  const printing = { outletName, url, headline, printedOn, position, isAfterKill };
  const { content } = revision;
  return (await recordPrinting(store, { ...about, ...printing, story, content })).changes;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON fails the schema next.
    return undefined;
  }
}
