import type { StoryContent } from '../../domain/story/story';
import { hashJson } from '../../kernel/hash';
import type { CommandScene } from '../handler';

/** Takes a content's new files into the story, and hashes what it says. */
export async function keepContent(
  scene: CommandScene,
  storyId: string,
  { content, before }: { content: StoryContent; before?: StoryContent },
): Promise<
  | { kept: true; contentHash: string }
  | { kept: false; refusal: 'file_missing' | 'file_changed'; sha256: string }
> {
  const known = new Set(before ? filesOf(before).map(({ sha256 }) => sha256) : []);
  const fresh = filesOf(content).filter(({ sha256 }) => !known.has(sha256));
  const refusal = await scene.store.keepFiles({ openid: scene.openid, storyId }, fresh);
  if (refusal) return { kept: false, ...refusal };
  return { kept: true, contentHash: hashJson(content) };
}

function filesOf({ photos, video, attachments }: StoryContent) {
  return [...photos, ...(video ? [video] : []), ...attachments];
}
