/**
 * Asks the platform what it thinks of a story. Whatever comes of it is an event of the story; nothing of
 * it can undo or fail the act that it goes with. An act that is about to be written takes the answer
 * along, so that nobody ever sees the story without it; only what merely reads writes it by itself.
 */
import { checksOf, eventKindOf, isDoubtful, uncheckedOf } from '../../domain/check/checks';
import { chunksOf } from '../../domain/check/chunks';
import type { Trace } from '../../domain/check/trace';
import { eventOf, moved } from '../../domain/story/move';
import type {
  ContentCheck,
  Story,
  StoryChanges,
  StoryContent,
  StoryEvent,
} from '../../domain/story/story';
import { assert } from '../../kernel/faults';
import { hashJson } from '../../kernel/hash';
import type { WholeStory } from '../../store/whole-story';
import { sayDoubt, uncheckedReasons } from '../../wording/checks';
import type { Scene } from '../handler';
import { checkLine, storyChanges } from '../story/story-changes';

/** Somebody else may change the story while the platform thinks. */
const attemptsMax = 3;

/** Nobody's act: the platform's. */
export const platform = { _id: 'platform', name: '' };

/** What the platform is asked of: a story's current revision and what was said of it before. */
interface Asked {
  story: Story;
  content: StoryContent;
  events: StoryEvent[];
}

const askedOf = ({ story, revision, events }: WholeStory): Asked => ({
  ...{ story, content: revision.content, events },
});

/**
 * An act's changes with what was found out as one more event of them; the same ones when there was
 * nothing new to find out. `links` to its photos by hash, where they were just made.
 */
export async function withChecks(
  scene: Scene,
  changes: StoryChanges,
  { before, links }: { before?: WholeStory; links?: Record<string, string> | undefined },
): Promise<StoryChanges> {
  const { story } = changes;
  const content = changes.content ?? before?.revision.content;
  assert(content, 'a story has a revision: the one before or a new one');
  const events = [...(before?.events ?? []), ...changes.events];
  const asked = { story, content, events };
  const found = await findOut(scene, asked, links);
  if (!found) return changes;
  const event = checkEvent(story, found, scene.now);
  const isNow = isDoubtfulWith(event, asked, scene.now);
  return {
    ...changes,
    story: isNow === (story.isDoubtful ?? false) ? story : { ...story, isDoubtful: isNow },
    events: [...changes.events, event],
  };
}

/** The story with what was found out; the same one when there was nothing new to find out. */
export async function checkStory(scene: Scene, whole: WholeStory): Promise<WholeStory> {
  const found = await findOut(scene, askedOf(whole));
  if (!found) return whole;
  try {
    return await writeChecks(scene, whole, found);
  } catch (error) {
    logFailure(error);
    return whole;
  }
}

/** Undefined when nothing is unchecked, or nothing new is said of it. */
async function findOut(
  scene: Scene,
  asked: Asked,
  links: Record<string, string> = {},
): Promise<Found | undefined> {
  const wanted = uncheckedOf(checksNow(asked, scene.now));
  if (wanted.length === 0) return undefined;
  try {
    const found = await askPlatform(scene, asked, { wanted, links });
    const isNews = found.checks.some(
      (check, place) => check.verdict !== 'unchecked' || check.why !== wanted[place]?.why,
    );
    return isNews ? found : undefined;
  } catch (error) {
    // The act goes on without; the parts stay unchecked, and the next reviewer asks again.
    logFailure(error);
    return undefined;
  }
}

function logFailure(error: unknown): void {
  console.log(JSON.stringify({ check: 'failed', code: error instanceof Error ? error.name : '' }));
}

interface Found {
  checks: ContentCheck[];
  /** Photos whose results come later. */
  traces: Trace[];
}

async function askPlatform(
  scene: Scene,
  { story, content }: Asked,
  { wanted, links: known }: { wanted: ContentCheck[]; links: Record<string, string> },
): Promise<Found> {
  const { wechat, openid } = scene;
  const files = content.photos.filter(({ sha256 }) => wanted.some((one) => one.sha256 === sha256));
  const isTextWanted = wanted.some(({ part }) => part === 'text');
  const isLinked = files.every(({ sha256 }) => known[sha256]);
  const links = isLinked
    ? files.map(({ sha256 }) => known[sha256])
    : await scene.store.linkFiles(story._id, files);
  const [text, ...asked] = await Promise.all([
    isTextWanted ? wechat.checkText(chunksOf(content), openid) : undefined,
    ...files.map(async ({ sha256 }, place) => {
      const answer = await wechat.askPhoto(links[place] ?? '', openid);
      return { sha256, answer };
    }),
  ]);
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
  found: Found,
  at: number,
): { story: Story; events: StoryEvent[] } {
  const { story } = whole;
  const event = checkEvent(story, found, at);
  const isNow = isDoubtfulWith(event, askedOf(whole), at);
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

function checkEvent(story: Story, { checks, traces }: Found, at: number): StoryEvent {
  const act = { by: platform, at };
  const said = eventOf(eventKindOf(checks), { before: story, after: story }, act);
  return { ...said, checks, ...(traces.length > 0 && { traces }) };
}

const isDoubtfulWith = (event: StoryEvent, asked: Asked, at: number) =>
  isDoubtful(checksNow({ ...asked, events: [...asked.events, event] }, at));

function checksNow({ story, content, events }: Asked, now: number): ContentCheck[] {
  return checksOf({ content, revision: story.revision }, events, now);
}
