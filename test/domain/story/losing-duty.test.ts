/** A duty ends: what waited for it is freed and escalated at once, and not at its limit only. */
import { mayReview, queuesOf } from '../../../cloudfunctions/domain/review/eligibility';
import { escalateStory } from '../../../cloudfunctions/domain/review/escalate-story';
import { endEmbargo } from '../../../cloudfunctions/domain/review/stop-story';
import { freeStory } from '../../../cloudfunctions/domain/story/hand-over';
import type { Story } from '../../../cloudfunctions/domain/story/story';
import { actors, aFiledStory, aPerson, noon, today } from '../../support/domain/any-command';

const act = { by: actors.administrator, at: noon };
const until = noon + 60_000;
const claimed = { personId: 'zhou', name: 'zhou', until };
const former = aPerson('zhou');

/** What is said of a story at the first stage when 周 is no longer of the publicity office. */
function freed(change: Partial<Story>, others = [actors.second, actors.leader]) {
  const story = { ...aFiledStory().story, ...change };
  const changes = freeStory(story, { person: former, reviewers: others, act, on: today });
  const kinds = changes?.events.map(({ kind }) => kind) ?? [];
  return { kinds, story: changes?.story ?? story };
}

test.each<[string, Partial<Story>, boolean, string[]]>([
  ['nobody else, unclaimed', {}, false, ['stage_escalated']],
  ['nobody else, claimed', { claim: claimed }, false, ['story_released', 'stage_escalated']],
  ['a colleague, claimed', { claim: claimed }, true, ['story_released']],
  ['a colleague, unclaimed', {}, true, []],
  ['a colleague who bears the byline', { peopleIds: ['lin', 'sun'] }, true, ['stage_escalated']],
  ['escalated already', { isEscalated: true }, false, []],
  ['held', { state: 'held' }, false, []],
  ['returned', { state: 'returned' }, false, []],
])('%s', (_what, change, hasColleague, kinds) => {
  const others = hasColleague ? [actors.colleague] : [];
  expect(freed(change, others).kinds).toEqual(kinds);
});

test('what was escalated is one version on, unclaimed, and before the administrators', () => {
  const { story } = freed({ claim: claimed });
  expect(story).toMatchObject({ claim: null, isEscalated: true, version: 2 });
  expect(mayReview(story, actors.administrator, today)).toBe(true);
  const waiting = queuesOf(actors.administrator, today);
  expect(story.queueKeys.some((key) => waiting.includes(key))).toBe(true);
});

test('who still may act keeps the claim: a duty for fewer units, which have the unit of the story', () => {
  const story = { ...aFiledStory().story, claim: claimed };
  const freeing = { person: actors.office, reviewers: [], act, on: today };
  expect(freeStory(story, freeing)).toBeUndefined();
});

test('what was held while its reviewers went is escalated when it goes on', () => {
  const held = { ...aFiledStory().story, state: 'held' as const, embargoUntil: noon };
  const ending = (reviewers: (typeof former)[]) =>
    endEmbargo(held, act.by, { at: noon, on: today, reviewers })?.changes;
  const kinds = (reviewers: (typeof former)[]) => ending(reviewers)?.events.map(({ kind }) => kind);
  expect(kinds([actors.office])).toEqual(['story_resumed']);
  expect(kinds([former])).toEqual(['story_resumed', 'stage_escalated']);
  expect(ending([former])?.story).toMatchObject({ state: 'in_review', isEscalated: true });
});

test("a unit head's stage that is overdue stands in the office's queue too", () => {
  const { story } = aFiledStory();
  const chain = story.chain.map((stage) => ({ ...stage, duty: 'unit_head' as const }));
  const overdue = escalateStory({ ...story, chain }, act.by, story.dueAt)?.story;
  for (const person of [actors.office, actors.administrator]) {
    const waiting = queuesOf(person, today);
    expect(overdue?.queueKeys.filter((key) => waiting.includes(key))).toHaveLength(1);
  }
  expect(overdue?.queueKeys).toContain('unit_head::township');
  expect(overdue?.queueKeys).not.toContain('unit_head::county');
});

test('escalated or not, nobody acts at two stages', () => {
  const acted = [{ stageIndex: 0, personId: 'zhou' }];
  const story = { ...aFiledStory().story, stageIndex: 2, isEscalated: true, acted };
  expect(mayReview(story, actors.office, today)).toBe(false);
  expect(mayReview(story, actors.colleague, today)).toBe(true);
});
