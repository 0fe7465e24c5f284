/**
 * The platform's word on a photo. Anybody who knew how could send such a message, so it changes
 * something only where its trace id is one that was given to us and has not been answered. The act that
 * asked is written after its question, so a result may come first: what is unknown is looked for again.
 */
import * as z from 'zod/mini';
import type { ContentCheck } from '../../domain/story/story';
import { create } from '../../kernel/change';
import type { Store } from '../../store';
import type { KnownTrace } from '../../store/checks';
import { sayDoubt, uncheckedReasons } from '../../wording/checks';
import type { Scene } from '../handler';
import { checkLine, storyChanges } from '../story/story-changes';
import { afterChecks, checkCommand } from './check-story';

/** Source: mediaCheckAsync 2.0, asynchronous result; what is not named here is not read. */
const message = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().check(z.minLength(8), z.maxLength(64)),
  errcode: z.optional(z.number()),
  result: z.optional(z.object({ suggest: z.string(), label: z.number() })),
});

type Message = z.output<typeof message>;

/** Somebody may act on the story at that very moment. */
const attemptsMax = 3;

/** An act waits 3 s at most for what it asks, and is written then; `inbound` itself may take 20 s. */
export const pausesMs = [500, 1000, 2000, 4000];

/** So many a day are waited for, since forged ones would be too: 2,000 GBs of `inbound` at the worst. */
export const awaitedMax = 1000;

export type CheckReceipt = 'written' | 'known' | 'refused' | 'outrun';

interface Receiving extends Pick<Scene, 'now' | 'on' | 'newId'> {
  store: Store;
  pause(ms: number): Promise<void>;
}

/** Takes one message; what is not ours is counted and changes nothing. */
export async function receiveCheck(event: unknown, scene: Receiving): Promise<CheckReceipt> {
  const parsed = message.safeParse(event);
  const receipt = parsed.success ? await takeResult(scene, parsed.data) : 'refused';
  if (receipt === 'refused') await scene.store.countOne('message_refused', scene.on);
  return receipt;
}

async function takeResult(scene: Receiving, result: Message): Promise<CheckReceipt> {
  // The receipt is the trace's own: one result is taken, whichever version of the story it meets.
  const command = checkCommand(result.trace_id, result);
  const read = () => scene.store.readTrace(result.trace_id, command.receiptId);
  const trace = (await read()) ?? (await readLater(scene, read));
  if (!trace) return 'refused';
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const current = attempt === 1 ? trace : await read();
    if (!current || current.isAnswered) return 'known';
    if (await writeResult(scene, current, { result, command })) return 'written';
  }
  return 'outrun';
}

/** The trace once its act is written; counted before, so that many at once find an end as well. */
async function readLater(
  { store, on, pause }: Receiving,
  read: () => Promise<KnownTrace | undefined>,
): Promise<KnownTrace | undefined> {
  if ((await store.countOne('message_awaited', on)) > awaitedMax) return undefined;
  for (const pauseMs of pausesMs) {
    await pause(pauseMs);
    const trace = await read();
    if (trace) return trace;
  }
  return undefined;
}

async function writeResult(
  scene: Receiving,
  trace: KnownTrace,
  { result, command }: { result: Message; command: ReturnType<typeof checkCommand> },
): Promise<boolean> {
  const { store, now } = scene;
  const whole = await store.readWholeStory(trace.storyId);
  if (!whole) return false;
  const next = afterChecks(whole, { checks: [checkOf(trace, result)], traces: [] }, now);
  const isMoved = next.story.version !== whole.story.version;
  const changes = isMoved
    ? storyChanges(scene, next, whole).changes
    : next.events.map((event) => create('story_events', checkLine(whole.story, event, trace.id)));
  const committed = await store.commit({ command, changes, value: null, now });
  return committed.committed;
}

function checkOf({ sha256 }: KnownTrace, { errcode = 0, result }: Message): ContentCheck {
  const photo = { part: 'photo' as const, sha256 };
  if (errcode !== 0 || !result) {
    return { ...photo, verdict: 'unchecked', why: uncheckedReasons.file_unreadable };
  }
  if (result.suggest === 'pass') return { ...photo, verdict: 'pass', why: '' };
  return { ...photo, verdict: 'doubtful', why: sayDoubt([result.label], []) };
}
