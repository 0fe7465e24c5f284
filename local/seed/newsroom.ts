/** Files and reviews the sample stories over the gateway, in the order and at the times they say. */
import { createHash } from 'node:crypto';
import { authorOf, type Directory } from './directory';
import { newId, type Gateway } from './gateway';
import { personas } from './people';
import { drawPicture, pictureSize } from './pictures';
import type { SampleAct, SampleStory } from './story-shape';

const hourMs = 60 * 60 * 1000;

interface Newsroom {
  gateway: Gateway;
  directory: Directory;
  now: number;
  /** Ids of the stories filed so far, by key. */
  storyIds: Map<string, string>;
}

interface Step {
  hoursAgo: number;
  run: () => Promise<void>;
}

/** Everything that was done to the sample stories, oldest first, with the clock; their ids by key. */
export async function seedNewsroom(
  given: Pick<Newsroom, 'gateway' | 'directory' | 'now'>,
  stories: SampleStory[],
): Promise<Map<string, string>> {
  const room: Newsroom = { ...given, storyIds: new Map() };
  const steps = stories.flatMap((story, n): Step[] => [
    { hoursAgo: story.filedHoursAgo, run: () => file(room, story, n) },
    ...story.acts.map((act) => ({ hoursAgo: act.hoursAgo, run: () => perform(room, story, act) })),
  ]);
  let lastHoursAgo = Infinity;
  for (const step of steps.sort((left, right) => right.hoursAgo - left.hoursAgo)) {
    if (step.hoursAgo < lastHoursAgo) await moveClock(room, step.hoursAgo);
    lastHoursAgo = step.hoursAgo;
    await step.run();
  }
  return room.storyIds;
}

function moveClock({ gateway, now }: Newsroom, hoursAgo: number): Promise<void> {
  return gateway.control('clock', 'set', { at: now - hoursAgo * hourMs });
}

async function file(room: Newsroom, story: SampleStory, n: number): Promise<void> {
  const { gateway, directory, storyIds } = room;
  const author = authorOf(directory.people, story.unit);
  const openid = author.openid ?? ''; // `authorOf` answers nobody without one
  const storyId = newId();
  storyIds.set(story.key, storyId);
  const photos = [];
  for (const { scene, caption } of story.photos ?? []) {
    const bytes = drawPicture(scene, n + photos.length * 3);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await gateway.upload(openid, `${sha256}.png`, bytes);
    const about = { ...pictureSize, caption, credit: author.name };
    photos.push({ sha256, bytes: bytes.length, ext: 'png', ...about });
  }
  await gateway.call(openid, 'story.file', {
    storyId,
    unitId: directory.unitIds.get(story.unit),
    content: contentOf(story, { photos, author, at: room.now - story.filedHoursAgo * hourMs }),
    tipId: story.tip ? storyIds.get(story.tip) : null,
    isCleared: true,
  });
}

function contentOf(
  story: SampleStory,
  given: { photos: object[]; author: { personId: string; name: string }; at: number },
) {
  const { photos, author, at } = given;
  // The evening before it was filed, as the calendar in China had it.
  const happenedOn = new Date(at - 14 * hourMs + 8 * hourMs).toISOString().slice(0, 10);
  const [, month, day] = happenedOn.split('-').map(Number);
  return {
    kind: story.kind,
    headline: story.headline,
    body: story.body.replaceAll('{day}', `${month}月${day}日`),
    column: story.column ?? null,
    happenedOn,
    place: story.place,
    bylines: [{ personId: author.personId, name: author.name, part: 'text' }],
    photos,
    video: null,
    attachments: [],
    noteToEditor: story.noteToEditor ?? '',
  };
}

interface ShownStory {
  version: number;
  content: Record<string, unknown> & { body: string; photos: ({ url: unknown } & object)[] };
}

async function perform(room: Newsroom, story: SampleStory, act: SampleAct): Promise<void> {
  const { gateway, directory, storyIds } = room;
  const author = authorOf(directory.people, story.unit);
  const openid = act.by === 'author' ? (author.openid ?? '') : personas[act.by];
  const storyId = storyIds.get(story.key);
  const { story: shown } = await gateway.call<{ story: ShownStory }>(openid, 'story.show', {
    storyId,
  });
  const target = { storyId, version: shown.version, note: act.note ?? '' };
  const input = { ...target, ...inputOf(room, { act, shown }) };
  await gateway.call(openid, `story.${act.act}`, input);
}

/** What an act needs besides its target and note. */
function inputOf(room: Newsroom, { act, shown }: { act: SampleAct; shown: ShownStory }): object {
  const { directory, storyIds, now } = room;
  const inputs: Record<string, () => object> = {
    approve: () => ({ isCleared: true }),
    return: () => ({ passages: passagesOf(act, shown.content.body) }),
    hold: () => ({ until: now - act.hoursAgo * hourMs + (act.hours ?? 24) * hourMs }),
    merge: () => ({ intoId: storyIds.get(act.into ?? '') }),
    assign: () => ({
      toId: directory.people.find(({ openid }) => openid === personas.lin)?.personId,
    }),
    edit: () => ({ content: revised(act, shown) }),
    refile: () => ({ content: revised(act, shown), isCleared: true, note: undefined }),
    correct: () => ({ content: revised(act, shown) }),
  };
  return inputs[act.act]?.() ?? {};
}

function revised(act: SampleAct, { content }: ShownStory): object {
  return {
    ...content,
    // What a story shows of its photos has links; what is filed has none.
    photos: content.photos.map(({ url: _url, ...photo }) => photo),
    headline: act.headline ?? content.headline,
    body: content.body + (act.adds ?? ''),
  };
}

function passagesOf(act: SampleAct, body: string) {
  return (act.passages ?? []).map(({ quote, note }) => {
    const from = body.indexOf(quote);
    return { from, to: from + quote.length, quote, note };
  });
}
