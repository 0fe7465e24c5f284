import type { Message } from '../../domain/syndication/message';
import type { StoryContent } from '../../domain/story/story';
import { hashText } from '../../kernel/hash';
import { deriveToken } from '../../kernel/secrets';
import type { Relaying } from './relaying';

/** Long enough for a center that was down for a holiday to copy the photos. */
const linkMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Links to the files of a message, by hash: the same on every attempt, since the token follows from
 * the message and the file under the environment's key. Only its hash is kept.
 */
export async function linkFiles(
  { store, now, linkBase }: Relaying,
  message: Message,
  { photos, video }: StoryContent,
): Promise<Map<string, string>> {
  const files = [...photos, ...(video ? [video] : [])];
  const tokens = files.map(({ sha256 }) => deriveToken(['photo_link', message._id, sha256]));
  const expiresAt = now() + linkMs;
  const links = files.map(({ sha256, ext, bytes }, n) => ({
    _id: hashText(tokens[n] ?? ''),
    ...{ messageId: message._id, storyId: message.storyId, sha256, ext, bytes },
    ...{ expiresAt, revokedAt: null },
  }));
  // One photo may stand in a story twice.
  const distinct = [...new Map(links.map((link) => [link._id, link])).values()];
  await store.keepPhotoLinks(distinct);
  return new Map(files.map(({ sha256 }, n) => [sha256, `${linkBase}/photos/${tokens[n]}`]));
}
