/**
 * What the platform's content check says of a story, read from its history: results are events,
 * so nothing of them is ever overwritten. A doubt is shown to reviewers and blocks nothing.
 */
import type { ContentCheck, Story, StoryContent, StoryEvent } from '../story/story';

/** WeChat answers a photo within 30 minutes (mediaCheckAsync); after this it will not come. */
export const waitingMs = 40 * 60 * 1000;

/** What of a history line tells of checks. */
export type CheckedEvent = Pick<StoryEvent, 'at' | 'checks'> & {
  after: Pick<StoryEvent['after'], 'revision'>;
};

/** Whatever is looked at apart from the text. */
export type CheckedContent = Pick<StoryContent, 'photos' | 'video' | 'attachments'>;

/** Every part of the current revision with the last word on it. */
export function checksOf(
  { content, revision }: { content: CheckedContent; revision: number },
  events: CheckedEvent[],
  now: number,
): ContentCheck[] {
  const said = events.flatMap(({ at, checks = [], after }) =>
    checks.map((check) => ({ check, at, revision: after.revision })),
  );
  const text = said.filter((one) => one.check.part === 'text' && one.revision === revision).at(-1);
  return [
    text?.check ?? { part: 'text', sha256: null, verdict: 'unchecked', why: '' },
    ...content.photos.map(({ sha256 }) => {
      const ofPhoto = said.filter(({ check }) => check.sha256 === sha256);
      // A late «waiting» of a second try does not hide a result that is there.
      const last =
        ofPhoto.filter(({ check }) => check.verdict !== 'waiting').at(-1) ?? ofPhoto.at(-1);
      return settled(sha256, last, now);
    }),
    ...(content.video ? [byPerson('video', content.video.sha256)] : []),
    ...content.attachments.map(({ sha256 }) => byPerson('attachment', sha256)),
  ];
}

/** The parts that are to be asked about again. */
export function uncheckedOf(checks: ContentCheck[]): ContentCheck[] {
  return checks.filter(({ verdict }) => verdict === 'unchecked');
}

export function isDoubtful(checks: ContentCheck[]): boolean {
  return checks.some(({ verdict }) => verdict === 'doubtful');
}

/** Results are for those who decide, not for the story's own people. */
export function mayReadChecks(story: Story, personId: string): boolean {
  return !story.peopleIds.includes(personId);
}

/** What all checks of a story come to; a result that is only awaited says nothing yet. */
export function verdictOf(checks: ContentCheck[]): keyof typeof kindOf {
  if (isDoubtful(checks)) return 'doubtful';
  return uncheckedOf(checks).length > 0 ? 'unchecked' : 'pass';
}

const kindOf = {
  doubtful: 'content_doubtful',
  unchecked: 'content_unchecked',
  pass: 'content_checked',
} as const;

/** The event kind that says what a check came to. */
export const eventKindOf = (checks: ContentCheck[]) => kindOf[verdictOf(checks)];

/** The parts that such an event is said of; none while all that it tells is still awaited. */
export function partsSaid(checks: ContentCheck[]): ContentCheck['part'][] {
  const verdict = verdictOf(checks);
  return [...new Set(checks.filter((one) => one.verdict === verdict).map(({ part }) => part))];
}

function settled(
  sha256: string,
  last: { check: ContentCheck; at: number } | undefined,
  now: number,
): ContentCheck {
  const isLost = last?.check.verdict === 'waiting' && now - last.at > waitingMs;
  if (!last || isLost) return { part: 'photo', sha256, verdict: 'unchecked', why: '' };
  return last.check;
}

/** The platform's checks take neither; a person looks. */
function byPerson(part: 'video' | 'attachment', sha256: string): ContentCheck {
  return { part, sha256, verdict: 'human', why: '' };
}
