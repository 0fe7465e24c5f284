/**
 * The kept stories: in memory for reading, written through at each change. What a person wrote and
 * the ids of a filing count only when kept; how far a filing has come may be forgotten, because to
 * repeat it is harmless, so a full phone does not stop a story that is on its way.
 */
import type { OutboxEdge } from './edge';
import type { Filing, KeptStory } from './kept-story';

export interface Shelf {
  all(): KeptStory[];
  find(storyId: string): KeptStory | undefined;
  /** Throws when the phone is full; then nothing has changed. */
  put(story: KeptStory): void;
  /** How far a filing has come, if it is still under that command and nobody took it away. */
  change(at: FilingKey, change: Partial<Filing>): KeptStory | undefined;
  /** Is all that is known of the story on the phone, for after a restart? */
  isKept(storyId: string): boolean;
  remove(storyId: string): void;
}

/** One filing of one story: a corrected story gets a new command. */
export interface FilingKey {
  storyId: string;
  commandId: string;
}

const prefix = 'outbox:';

/** Opens the shelf with what earlier starts have kept. */
export function openShelf(edge: OutboxEdge, onChange: () => void): Shelf {
  const stories = new Map<string, KeptStory>();
  const unkept = new Set<string>();
  for (const key of edge.keys(prefix)) {
    // Only `put` writes under this prefix, and only kept stories.
    stories.set(key.slice(prefix.length), edge.read(key) as KeptStory);
  }
  const put = (story: KeptStory) => {
    const { storyId } = story.draft;
    edge.keep(prefix + storyId, story);
    stories.set(storyId, story);
    unkept.delete(storyId);
    onChange();
  };
  return {
    put,
    all: () => [...stories.values()],
    find: (storyId) => stories.get(storyId),
    change: ({ storyId, commandId }, change) => {
      const story = stories.get(storyId);
      if (story?.filing?.commandId !== commandId) return undefined;
      const changed = { ...story, filing: { ...story.filing, ...change } };
      try {
        put(changed);
      } catch {
        // The phone is full: memory holds it, and the next start repeats the last steps harmlessly.
        stories.set(storyId, changed);
        unkept.add(storyId);
        onChange();
      }
      return changed;
    },
    isKept: (storyId) => !unkept.has(storyId),
    remove: (storyId) => {
      edge.forget(prefix + storyId);
      stories.delete(storyId);
      onChange();
    },
  };
}
