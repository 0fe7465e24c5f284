import { kindNeeds } from '../../domain/story/kinds';
import type { QueryHandler } from '../handler';

/** As many as a first page has room for. */
const shownMax = 5;

/** `story.published`: what a visitor may see of the county's work; nothing that was not in print. */
export const publishedStoryHandler: QueryHandler<'story.published'> = async (_input, scene) => {
  const found = await scene.store.listPublished();
  const stories = found
    .filter(({ kind }) => !kindNeeds[kind].isInternal)
    .slice(0, shownMax)
    .map(({ headline, unitName, filedAt }) => ({ headline, unitName, filedAt }));
  return { ok: true, value: { stories } };
};
