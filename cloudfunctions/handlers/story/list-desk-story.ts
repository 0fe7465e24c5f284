import { deskUnitsOf, mayRead } from '../../domain/review/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewStoryLine } from './view-story';

const yearMs = 366 * 24 * 60 * 60 * 1000;
/** A page on which there is nothing to read for this person is passed over, so many times at most. */
const pagesMax = 5;

/** `deskStory.list`: all stories of the units one answers for, newest first. */
export const listDeskStoryHandler: QueryHandler<'deskStory.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const unitIds = deskUnitsOf(person, scene.on);
  if (unitIds.length === 0) return refused('not_allowed');
  const wanted = { ...input, unitIds, since: scene.now - yearMs };
  let { after } = input;
  for (let read = 1; ; read += 1) {
    const page = await scene.store.listDeskStories({ ...wanted, after });
    const stories = page.stories
      // A unit's head reads what was filed for it, not what was filed below it.
      .filter((story) => mayRead(story, person, scene.on))
      .map((story) => viewStoryLine(story, person, scene.now));
    after = page.after;
    if (stories.length > 0 || after === null || read >= pagesMax) {
      return { ok: true, value: { stories, after } };
    }
  }
};
