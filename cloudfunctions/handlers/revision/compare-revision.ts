import { diffChars } from 'diff';
import type { ValueOf } from '../../contract';
import { mayRead } from '../../domain/review/eligibility';
import type { StoryContent } from '../../domain/story/story';
import { hashJson } from '../../kernel/hash';
import { refused, type QueryHandler } from '../handler';

type Piece = ValueOf<'revision.compare'>['body'][number];

/** `revision.compare`: what changed from one revision to another. */
export const compareRevisionHandler: QueryHandler<'revision.compare'> = async (input, scene) => {
  const { store } = scene;
  const [person, story, from, to] = await Promise.all([
    scene.person(),
    store.readStory(input.storyId),
    store.readRevision(input.storyId, input.from),
    store.readRevision(input.storyId, input.to),
  ]);
  if (!person) return refused('not_bound');
  if (!story || !from || !to || !mayRead(story, person, scene.on)) return refused('not_found');
  return {
    ok: true,
    value: {
      headline: pieces(from.content.headline, to.content.headline),
      body: pieces(from.content.body, to.content.body),
      others: otherFields(from.content, to.content),
    },
  };
};

function pieces(from: string, to: string): Piece[] {
  return diffChars(from, to).map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function otherFields(from: StoryContent, to: StoryContent): string[] {
  // The keys of one schema, which both contents were parsed by.
  const fields = Object.keys(to) as (keyof StoryContent)[];
  return fields
    .filter((field) => field !== 'headline' && field !== 'body')
    .filter((field) => hashJson(from[field]) !== hashJson(to[field]));
}
