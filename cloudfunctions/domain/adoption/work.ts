import type { Story, StoryContent, StoryKind } from '../story/story';
import type { Adoption, Credit, Genre, Work } from './adoption';

/** A story as the work that outlets print; its credits are the bylines as they are now. */
export function workOfStory(story: Story, content: Pick<StoryContent, 'bylines'>): Work {
  return {
    id: story._id,
    storyId: story._id,
    storyNumber: story.number,
    headline: story.headline,
    kind: story.kind,
    column: story.column,
    unitId: story.unitId,
    credits: content.bylines.map(({ isJournalist = false, ...byline }) => ({
      ...{ ...byline, isJournalist },
    })),
    photoCount: story.photoCount,
  };
}

/** Whose pages show the printings of a work. */
export function peopleOf(work: Pick<Work, 'credits'>, authorIds: string[]): string[] {
  const credited = work.credits.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  return [...new Set([...authorIds, ...credited])];
}

/** Who has a share in a printing: those whom its own byline names. */
export function creditsOf({
  work,
  creditsAsPrinted,
}: Pick<Adoption, 'work' | 'creditsAsPrinted'>): Credit[] {
  return creditsAsPrinted ?? work.credits;
}

/** The printing with the byline that the office found in it, which its people then see. */
export function withByline(adoption: Adoption, credits: Credit[] | undefined): Adoption {
  if (!credits) return adoption;
  const { creditsAsPrinted: _before, ...printing } = adoption;
  const isFiled = sayCredits(credits) === sayCredits(adoption.work.credits);
  return {
    ...printing,
    ...(!isFiled && { creditsAsPrinted: credits }),
    peopleIds: peopleOf({ credits }, adoption.peopleIds),
  };
}

const sayCredits = (credits: Credit[]) =>
  JSON.stringify(
    credits.map(({ personId, name, part, isJournalist }) => [personId, name, part, isJournalist]),
  );

const genreOfKind: Record<StoryKind, Genre> = {
  tip: 'brief',
  news: 'news',
  feature: 'feature',
  photo_story: 'image',
  video: 'video',
  public_opinion: 'other',
  research_report: 'other',
  theory_article: 'theory',
  duty_story: 'feature',
};

/** What a work is printed as, as long as nobody says otherwise. */
export const genreOf = (kind: StoryKind): Genre => genreOfKind[kind];
