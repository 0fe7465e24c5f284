/**
 * The platform's word on a photo. Anybody who knew how could send such a message, so it changes
 * something only where its trace id is one that was given to us and has not been answered.
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

export type CheckReceipt = 'written' | 'known' | 'refused' | 'outrun';

/** Takes one message; what is not ours is counted and changes nothing. */
export async function receiveCheck(
  event: unknown,
  scene: Pick<Scene, 'now' | 'on' | 'newId'> & { store: Store },
): Promise<CheckReceipt> {
  const { store } = scene;
  const parsed = message.safeParse(event);
  // The receipt is the trace's own: one result is taken, whichever version of the story it meets.
  const command = parsed.success ? checkCommand(parsed.data.trace_id, parsed.data) : undefined;
  const read = async (): Promise<KnownTrace | undefined> =>
    parsed.success && command
      ? store.readTrace(parsed.data.trace_id, command.receiptId)
      : undefined;
  const trace = await read();
  if (!parsed.success || !command || !trace) {
    await store.countOne('message_refused', scene.on);
    return 'refused';
  }
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const current = attempt === 1 ? trace : await read();
    if (!current || current.isAnswered) return 'known';
    if (await writeResult(scene, current, { result: parsed.data, command })) return 'written';
  }
  return 'outrun';
}

async function writeResult(
  scene: Parameters<typeof receiveCheck>[1],
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
