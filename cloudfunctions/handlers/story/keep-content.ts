import type { StoryContent } from '../../domain/story/story';
import { hashJson } from '../../kernel/hash';
import type { CommandScene } from '../handler';

/** Takes a content's new files into the story, with links to them by hash, and hashes what it says. */
export async function keepContent(
  scene: CommandScene,
  storyId: string,
  { content, before }: { content: StoryContent; before?: StoryContent },
): Promise<
  | { kept: true; contentHash: string; links: Record<string, string> }
  | { kept: false; refusal: 'file_missing' | 'file_changed'; sha256: string }
> {
  const known = new Set(before ? filesOf(before).map(({ sha256 }) => sha256) : []);
  const fresh = filesOf(content).filter(({ sha256 }) => !known.has(sha256));
  const taken = await scene.store.keepFiles({ openid: scene.openid, storyId }, fresh);
  if ('refusal' in taken) return { kept: false, ...taken };
  return { kept: true, contentHash: hashJson(content), links: taken.links };
}

function filesOf({ photos, video, attachments }: StoryContent) {
  return [...photos, ...(video ? [video] : []), ...attachments];
}
