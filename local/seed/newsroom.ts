/** Files and reviews the sample stories over the gateway, in the order and at the times they say. */
import type { SampleDesk } from './center-desk';
import { authorOf, type Directory } from './directory';
import { newId, type Gateway } from './gateway';
import { personas } from './people';
import { filmOf, pictureOf } from './drawings';
import { pictureSize, type Scene } from './pictures';
import { isPublic, type SampleAct, type SampleStory } from './story-shape';
import type { Step } from './timeline';
import { filmMs } from './video';

const hourMs = 60 * 60 * 1000;

/** What the sample's people work with. */
export interface Newsroom {
  gateway: Gateway;
  directory: Directory;
  /** Undefined where no center stands beside the county. */
  desk: SampleDesk | undefined;
  now: number;
  /** Ids of the stories filed so far, by key; and the version each was last seen in. */
  storyIds: Map<string, string>;
  versions: Map<string, number>;
}

/** Everything that was done to the sample stories. */
export function storySteps(room: Newsroom, stories: SampleStory[]): Step[] {
  return stories.flatMap((story, n): Step[] => [
    { hoursAgo: story.filedHoursAgo, about: story.key, run: () => file(room, story, n) },
    ...story.acts.map((act) => ({
      ...{ hoursAgo: act.hoursAgo, about: story.key },
      run: () => perform(room, story, act),
    })),
  ]);
}

async function file(room: Newsroom, story: SampleStory, n: number): Promise<void> {
  const { gateway, directory, storyIds } = room;
  const author = authorOf(directory.people, story.unit);
  const storyId = newId();
  const photos = [];
  for (const { scene, caption } of story.photos ?? []) {
    const bytes = pictureOf(scene, n + photos.length);
    const sha256 = await gateway.upload(author.openid, 'png', bytes);
    const about = { ...pictureSize, caption, credit: author.name };
    photos.push({ sha256, bytes: bytes.length, ext: 'png', ...about });
  }
  const at = room.now - story.filedHoursAgo * hourMs;
  const video = story.film ? await uploadFilm(gateway, author.openid, story.film) : null;
  await gateway.call(author.openid, 'story.file', {
    storyId,
    unitId: directory.unitIds.get(story.unit),
    content: contentOf(story, { photos, video, author, at }),
    tipId: story.tip ? storyIds.get(story.tip) : null,
    isCleared: true,
  });
  storyIds.set(story.key, storyId);
  room.versions.set(story.key, 1);
}

async function uploadFilm(gateway: Gateway, openid: string, scene: Scene): Promise<object> {
  const bytes = filmOf(scene);
  const sha256 = await gateway.upload(openid, 'mp4', bytes);
  return { sha256, bytes: bytes.length, ext: 'mp4', durationMs: filmMs };
}

interface Filing {
  photos: object[];
  video: object | null;
  author: { personId: string; name: string };
  at: number;
}

function contentOf(story: SampleStory, { photos, video, author, at }: Filing) {
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
    bylines: [
      { personId: author.personId, name: author.name, part: story.film ? 'video' : 'text' },
    ],
    photos,
    video,
    attachments: [],
    noteToEditor: story.noteToEditor ?? '',
  };
}

type Shown = { url: unknown } & object;

interface ShownStory {
  version: number;
  state: string;
  content: Record<string, unknown> & {
    body: string;
    photos: Shown[];
    video: Shown | null;
  };
}

async function perform(room: Newsroom, story: SampleStory, act: SampleAct): Promise<void> {
  const { gateway, directory, storyIds, versions, desk } = room;
  const openid =
    act.by === 'author' ? authorOf(directory.people, story.unit).openid : personas[act.by];
  const storyId = storyIds.get(story.key) ?? '';
  const show = () => gateway.call<{ story: ShownStory }>(openid, 'story.show', { storyId });
  const send = (version: number, more: object) =>
    gateway.call<{ story: ShownStory }>(openid, `story.${act.act}`, {
      ...{ storyId, version, note: act.note ?? '', ...more },
    });
  const known = versions.get(story.key);
  const isPlain = plainActs.has(act.act) && known !== undefined;
  const done = await (isPlain ? send(known, inputOf(room, act)) : seen()).catch(unlessOutrun);
  versions.set(story.key, done.story.version);
  if (isPublic(story) && isSentOut(done.story, act)) desk?.expect(storyId);

  async function seen() {
    const { story: shown } = await show();
    return send(shown.version, { ...inputOf(room, act), ...revisionOf(act, shown) });
  }

  /** The clock rang in between, or the center answered: what was known of the story is old. */
  function unlessOutrun(refusal: unknown) {
    if (!String(refusal).includes('changed_meanwhile')) throw refusal;
    return seen();
  }
}

/** Acts for which nobody needs to read the story anew. */
const plainActs = new Set(['approve', 'hurry', 'hold', 'merge', 'assign', 'spike', 'withdraw']);

const isSentOut = ({ state }: ShownStory, { act }: SampleAct) =>
  ['correct', 'kill'].includes(act) || (act === 'approve' && state === 'signed_off');

/** What an act needs besides its target and note. */
function inputOf({ directory, storyIds, now }: Newsroom, act: SampleAct): object {
  const inputs: Record<string, () => object> = {
    approve: () => ({ isCleared: true }),
    hold: () => ({ until: now - act.hoursAgo * hourMs + (act.hours ?? 24) * hourMs }),
    merge: () => ({ intoId: storyIds.get(act.into ?? '') }),
    assign: () => ({
      toId: directory.people.find(({ openid }) => openid === personas.lin)?.personId,
    }),
    refile: () => ({ isCleared: true, note: undefined }),
  };
  return inputs[act.act]?.() ?? {};
}

/** What an act says of the text that it was done to. */
function revisionOf(act: SampleAct, shown: ShownStory): object {
  if (act.act === 'return') return { passages: passagesOf(act, shown.content.body) };
  return ['edit', 'refile', 'correct'].includes(act.act) ? { content: revised(act, shown) } : {};
}

function revised(act: SampleAct, { content }: ShownStory): object {
  // What a story shows of its files has links; what is filed has none.
  const unlinked = ({ url: _url, ...file }: Shown) => file;
  return {
    ...content,
    photos: content.photos.map(unlinked),
    video: content.video && unlinked(content.video),
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
