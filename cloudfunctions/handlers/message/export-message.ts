import type { DeliveredStory } from '../../channels/channel';
import type { StoryContent } from '../../domain/story/story';
import { isOutdated, mayExport } from '../../domain/syndication/delivery-actions';
import type { Message } from '../../domain/syndication/message';
import { storyUri } from '../../domain/syndication/uri';
import { hashText } from '../../kernel/hash';
import type { WholeStory } from '../../store/whole-story';
import { fileWords } from '../../wording/package';
import { refused, type QueryHandler, type Scene } from '../handler';
import { packFiles, type PackedFile } from '../package/pack-files';
import { tellPackage, type PackageFacts } from '../package/tell-package';
import { writeSheet } from '../package/write-sheet';
import { writeCaptions, writeText } from '../package/write-text';

/** As the fusion-media center is sent it. */
type BuildNinjs = (told: DeliveredStory, links: Map<string, string>) => unknown;

/** `message.export`: the story as a package to hand on; read again now, so that a kill is in it. */
export const exportMessageHandler =
  (buildNinjs: BuildNinjs): QueryHandler<'message.export'> =>
  async ({ messageId }, scene) => {
    const { store, on } = scene;
    const [person, message] = await Promise.all([scene.person(), store.readMessage(messageId)]);
    if (!person) return refused('not_bound');
    const whole = message && (await store.readWholeStory(message.storyId));
    // To somebody who may not take it out, a message that is there is no different from one that is not.
    if (!whole || message.channelKind !== 'export' || !mayExport(person, whole.story, on)) {
      return refused('not_found');
    }
    if (isOutdated(message, whole.messages)) return refused('message_outdated');
    const told = await toldOf(scene, message, whole);
    if (!told) return refused('package_incomplete');
    const facts = tellPackage({ ...told, events: whole.events });
    const sheet = await writeSheet(facts);
    const ninjs = buildNinjs(told, new Map(told.named.map(({ sha256, href }) => [sha256, href])));
    const files = [...ownFiles(facts, sheet, ninjs), ...storyFiles(scene, told)];
    return { ok: true, value: await keep(scene, { message, facts, sheet, files }) };
  };

type Told = DeliveredStory & { unitName: string; named: NamedFile[] };

interface NamedFile {
  sha256: string;
  ext: string;
  bytes: number;
  name: string;
  href: string;
}

/** What the package is about; undefined when a file of it is not there. */
async function toldOf(
  { store }: Scene,
  message: Message,
  { story }: WholeStory,
): Promise<Told | undefined> {
  const [revision, organ, unit] = await Promise.all([
    store.readRevision(story._id, message.revision),
    store.readOrgan(),
    store.readUnit(story.unitId),
  ]);
  if (!revision) return undefined;
  const { content } = revision;
  const named = message.kind === 'kill' ? [] : filesOf(content);
  const links = await store.linkFiles(story._id, named);
  if (links.includes(null)) return undefined;
  const names = { organName: organ?.name ?? '', unitName: unit?.name ?? '' };
  return { message, story, content, ...names, uri: storyUri(story._id), named };
}

/** Photos, film and attachments under the names they have in the package; its ninjs links to the first two. */
function filesOf({ photos, video, attachments }: StoryContent): NamedFile[] {
  const named = [
    ...photos.map((photo, n) => ({ ...photo, name: fileWords.photo(n + 1, photo.ext) })),
    ...(video ? [{ ...video, name: fileWords.video(video.ext) }] : []),
    ...attachments.map(({ name, ...file }, n) => ({
      ...{ ...file, name: fileWords.attachment(n + 1, name, file.ext) },
    })),
  ];
  return named.map(({ sha256, ext, bytes, name }) => ({
    ...{ sha256, ext, bytes, name, href: `file:${encodeURI(name)}` },
  }));
}

function ownFiles(facts: PackageFacts, sheet: Uint8Array, ninjs: unknown): PackedFile[] {
  const { stem, captions } = facts;
  const text = (name: string, content: string) => ({
    ...{ name, isCompressed: false, read: () => Promise.resolve(Buffer.from(content)) },
  });
  return [
    text(fileWords.text(stem), writeText(facts)),
    { name: fileWords.sheet(stem), isCompressed: true, read: () => Promise.resolve(sheet) },
    text(fileWords.ninjs, JSON.stringify(ninjs, null, 2)),
    ...(captions.length > 0 ? [text(fileWords.captions, writeCaptions(facts))] : []),
  ];
}

/** Each is fetched when its turn comes and let go before the next. */
const storyFiles = ({ store }: Scene, { story, named }: Told): PackedFile[] =>
  named.map((file) => ({
    name: file.name,
    isCompressed: true,
    read: () => store.readStoryFile(story._id, file),
  }));

interface Kept {
  message: Message;
  facts: PackageFacts;
  sheet: Uint8Array;
  files: PackedFile[];
}

async function keep({ store, now }: Scene, { message, facts, sheet, files }: Kept) {
  // Where it lies says nothing of what it is.
  const _id = hashText(message._id);
  const folder = `packages/${_id}`;
  const names = { zip: fileWords.zip(facts.stem), sheet: fileWords.sheet(facts.stem) };
  const paths = [`${folder}/${names.zip}`, `${folder}/${names.sheet}`] as const;
  await store.notePackage({ _id, paths: [...paths], at: now });
  const zipBytes = await store.keepPackage(paths[0], packFiles(files, now));
  await store.keepPackage(paths[1], one(sheet));
  const [zipUrl, sheetUrl] = await store.linkPaths([...paths]);
  return {
    zip: { name: names.zip, url: zipUrl ?? '', bytes: zipBytes },
    sheet: { name: names.sheet, url: sheetUrl ?? '', bytes: sheet.length },
  };
}

async function* one(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece;
}
