/**
 * Asks the platform what it thinks of a story, after the story is safely written. Whatever comes of
 * it is an event of the story; nothing of it can undo, delay or fail the act before it.
 */
import { checksOf, eventKindOf, isDoubtful, uncheckedOf } from '../../domain/check/checks';
import { chunksOf } from '../../domain/check/chunks';
import type { Trace } from '../../domain/check/trace';
import { eventOf, moved } from '../../domain/story/move';
import type { ContentCheck, Story, StoryEvent } from '../../domain/story/story';
import { hashJson } from '../../kernel/hash';
import type { WholeStory } from '../../store/whole-story';
import { sayDoubt, uncheckedReasons } from '../../wording/checks';
import type { Scene } from '../handler';
import { checkLine, storyChanges } from '../story/story-changes';

/** Somebody else may change the story while the platform thinks. */
const attemptsMax = 3;

/** Nobody's act: the platform's. */
export const platform = { _id: 'platform', name: '' };

/**
 * The story with what was found out; the same one when there was nothing new to find out. `links` to its
 * photos by hash, where they were just made.
 */
export async function checkStory(
  scene: Scene,
  whole: WholeStory,
  links?: Record<string, string>,
): Promise<WholeStory> {
  const before = checksNow(whole, scene.now);
  const wanted = uncheckedOf(before);
  if (wanted.length === 0) return whole;
  try {
    const found = await askPlatform(scene, whole, { wanted, links });
    const isNews = found.checks.some(
      (check, place) => check.verdict !== 'unchecked' || check.why !== wanted[place]?.why,
    );
    return isNews ? await writeChecks(scene, whole, found) : whole;
  } catch (error) {
    // The act is done and answered for; the parts stay unchecked, and the next reviewer asks again.
    console.log(
      JSON.stringify({ check: 'failed', code: error instanceof Error ? error.name : '' }),
    );
    return whole;
  }
}

interface Found {
  checks: ContentCheck[];
  /** Photos whose results come later. */
  traces: Trace[];
}

async function askPlatform(
  scene: Scene,
  { story, revision: { content } }: WholeStory,
  { wanted, links: known }: { wanted: ContentCheck[]; links: Record<string, string> | undefined },
): Promise<Found> {
  const { wechat, openid } = scene;
  const files = content.photos.filter(({ sha256 }) => wanted.some((one) => one.sha256 === sha256));
  const isTextWanted = wanted.some(({ part }) => part === 'text');
  const links = known
    ? files.map(({ sha256 }) => known[sha256])
    : await scene.store.linkFiles(story._id, files);
  // The text comes first where a token must be fetched: the photos then find it.
  const text = isTextWanted ? await wechat.checkText(chunksOf(content), openid) : undefined;
  const asked = await Promise.all(
    files.map(async ({ sha256 }, place) => {
      const answer = await wechat.askPhoto(links[place] ?? '', openid);
      return { sha256, answer };
    }),
  );
  const photoChecks = asked.map(({ sha256, answer }): ContentCheck => {
    const why = answer.verdict === 'unchecked' ? uncheckedReasons[answer.reason] : '';
    return { part: 'photo', sha256, verdict: answer.verdict, why };
  });
  const traces = asked.flatMap(({ sha256, answer }) => {
    if (answer.verdict === 'unchecked') return [];
    return [{ id: answer.traceId, sha256 }];
  });
  const textChecks: ContentCheck[] = text
    ? [{ part: 'text', sha256: null, verdict: text.verdict, why: whyOf(text) }]
    : [];
  return { checks: [...textChecks, ...photoChecks], traces };
}

function whyOf(text: Awaited<ReturnType<Scene['wechat']['checkText']>>): string {
  if (text.verdict === 'doubtful') return sayDoubt(text.labels, text.words);
  return text.verdict === 'unchecked' ? uncheckedReasons[text.reason] : '';
}

// Most results change nothing of the story and are one line added; a doubt that comes or goes is a
// new version, so that nobody approves what they have not seen.
async function writeChecks(scene: Scene, whole: WholeStory, found: Found): Promise<WholeStory> {
  let current = whole;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const next = afterChecks(current, found, scene.now);
    if (next.story.version === current.story.version) break;
    const { changes, after } = storyChanges(scene, next, current);
    const committed = await scene.store.commit({
      command: checkCommand(scene.newId(), found.checks),
      changes,
      value: null,
      now: scene.now,
    });
    if (committed.committed) return after;
    current = (await scene.store.readWholeStory(whole.story._id)) ?? current;
  }
  const [event] = afterChecks(current, found, scene.now).events;
  if (!event) return current;
  const line = checkLine(current.story, event, scene.newId());
  await scene.store.addCheck(line);
  return { ...current, events: [...current.events, line] };
}

/** The story and the event of these results; the version moves only when the doubt changes. */
export function afterChecks(
  whole: WholeStory,
  { checks, traces }: Found,
  at: number,
): { story: Story; events: StoryEvent[] } {
  const { story } = whole;
  const act = { by: platform, at };
  const said = eventOf(eventKindOf(checks), { before: story, after: story }, act);
  const event = { ...said, checks, ...(traces.length > 0 && { traces }) };
  const events = [...whole.events, checkLine(story, event, 'next')];
  const isNow = isDoubtful(checksNow({ ...whole, events }, at));
  if (isNow === (story.isDoubtful ?? false)) return { story, events: [event] };
  return { story: moved(story, { isDoubtful: isNow }, story.updatedAt), events: [event] };
}

/** A key for what no phone asked for, so that it too is done once. */
export function checkCommand(id: string, content: unknown) {
  return {
    receiptId: hashJson(['content.check', id]),
    contentHash: hashJson(content),
    call: 'content.check',
  };
}

function checksNow({ story, revision, events }: WholeStory, now: number): ContentCheck[] {
  return checksOf({ content: revision.content, revision: story.revision }, events, now);
}
