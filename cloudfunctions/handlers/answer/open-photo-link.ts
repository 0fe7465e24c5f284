import { hashText } from '../../kernel/hash';
import type { Store } from '../../store';

export type PhotoLink =
  { opened: true; url: string } | { opened: false; refusal: 'link_unknown' | 'link_over' };

/**
 * A photo link that a channel was given: a fresh temporary address, while it is neither revoked nor
 * run out, and the story not killed. Guessing is useless: a token has 256 bits.
 */
export async function openPhotoLink(
  token: string,
  { store, now, on }: { store: Store; now: number; on: string },
): Promise<PhotoLink> {
  const link = await store.readPhotoLink(hashText(token));
  if (!link) {
    await store.countOne('photo_link_unknown', on);
    return { opened: false, refusal: 'link_unknown' };
  }
  const story = await store.readStory(link.storyId);
  const isOver = link.revokedAt !== null || link.expiresAt <= now;
  if (isOver || !story || story.state === 'killed') return { opened: false, refusal: 'link_over' };
  const [url] = await store.linkFiles(link.storyId, [link]);
  return url ? { opened: true, url } : { opened: false, refusal: 'link_unknown' };
}
