/** Every act on a story as the domain decides it, with an input that is whole; and random ones. */
import fc from 'fast-check';
import { storyAction } from '../../../cloudfunctions/contract/story';
import { personOf, type DutyName, type Person } from '../../../cloudfunctions/domain/people/person';
import { approveStory } from '../../../cloudfunctions/domain/review/approve-story';
import { assignTip } from '../../../cloudfunctions/domain/review/assign-tip';
import { usualStages } from '../../../cloudfunctions/domain/review/chain';
import {
  claimStory,
  passStory,
  releaseStory,
} from '../../../cloudfunctions/domain/review/claim-story';
import { hurryStory } from '../../../cloudfunctions/domain/review/hurry-story';
import { returnStory } from '../../../cloudfunctions/domain/review/return-story';
import {
  correctStory,
  editStory,
  refileStory,
} from '../../../cloudfunctions/domain/review/revise-story';
import {
  holdStory,
  killStory,
  mergeStory,
  resumeStory,
  spikeStory,
  withdrawStory,
} from '../../../cloudfunctions/domain/review/stop-story';
import type { StoryAction } from '../../../cloudfunctions/domain/story/allowed-actions';
import { fileStory } from '../../../cloudfunctions/domain/story/file-story';
import type { Story, StoryChanges, StoryKind } from '../../../cloudfunctions/domain/story/story';
import type { Decision } from '../../../cloudfunctions/kernel/decision';
import { aContent } from '../county/newsroom';

export const actions = storyAction.options;

export const today = '2026-11-22';
export const noon = Date.UTC(2026, 10, 22, 4);

/** Somebody with at most one duty over the county. */
export function aPerson(id: string, duty?: DutyName, stage: number | null = null): Person {
  const open = { since: '2026-01-01', until: null };
  return personOf({
    ...{ _id: id, name: id, standing: 'staff', phone: null, joinedOn: '2026-01-01', leftOn: null },
    memberships: [
      { ...open, unitId: duty === 'correspondent' ? 'township' : 'county', isHead: false },
    ],
    duties: duty ? [{ ...open, duty, stage, unitIds: ['county'] }] : [],
    version: 1,
  });
}

/** Who acts: the author, one reviewer a stage, a second one at the first, and nobody in particular. */
export const actors = {
  author: aPerson('lin', 'correspondent'),
  office: aPerson('zhou', 'publicity_office'),
  colleague: aPerson('sun', 'publicity_office'),
  second: aPerson('xu', 'reviewer', 2),
  leader: aPerson('wu', 'leader'),
  administrator: aPerson('he', 'administrator'),
  stranger: aPerson('qian'),
};
export type Actor = keyof typeof actors;

const township = {
  ...{ _id: 'township', name: '城关镇联工委', kind: 'township_office' as const, quotaClass: null },
  ...{ path: ['township', 'county'], parents: [], since: '2026-01-01', until: null, version: 1 },
};

/** A story of 林 just filed. */
export function aFiledStory(kind: StoryKind = 'news', at = noon): StoryChanges {
  const decision = fileStory(actors.author, {
    ...{ storyId: 'story', content: aContent({ kind }), contentHash: 'hash-1' },
    ...{ number: '2026-1122-城关-01', unit: township, tipId: null, at, on: today },
    chain: usualStages({ first: '初审', second: '复审', signOff: '终审签发' }),
    reviewers: Object.values(actors),
  });
  if (!decision.accepted) throw new Error(decision.refusal);
  return decision.changes;
}

/** What the domain says to this act by this person, all its input being whole. */
export function decide(
  action: StoryAction,
  { story, actor, at = noon }: { story: Story; actor: Actor; at?: number },
): Decision<StoryChanges> {
  const person = actors[actor];
  const moment = { at, on: today, note: '说明' };
  const reviewers = Object.values(actors);
  const content = aContent({ kind: story.kind, headline: `改于第${story.version}版` });
  const revising = { ...moment, content, contentHash: `hash-${story.version + 1}` };
  const into = { ...story, _id: 'another', state: 'in_review' as const };
  const to = actor === 'colleague' ? actors.office : actors.colleague;
  const acts: Record<StoryAction, () => Decision<StoryChanges>> = {
    withdraw: () => withdrawStory(story, person, moment),
    refile: () => refileStory(story, person, { ...revising, reviewers }),
    claim: () => claimStory(story, person, moment),
    release: () => releaseStory(story, person, moment),
    approve: () =>
      approveStory(story, person, {
        ...moment,
        ...{ isCleared: true, isUnopened: false, isUnchecked: false, reviewers },
      }),
    return: () => returnStory(story, person, { ...moment, passages: [], body: content.body }),
    edit: () => editStory(story, person, revising),
    spike: () => spikeStory(story, person, moment),
    hold: () => holdStory(story, person, { ...moment, until: null }),
    resume: () => resumeStory(story, person, { ...moment, reviewers }),
    hurry: () => hurryStory(story, person, { ...moment, reviewers }),
    pass: () => passStory(story, person, { ...moment, to }),
    assign: () => assignTip(story, person, { ...moment, to: writerOf(story) }),
    merge: () => mergeStory(story, person, { ...moment, into }),
    correct: () => correctStory(story, person, revising),
    kill: () => killStory(story, person, moment),
  };
  return acts[action]();
}

/** A tip goes to somebody who has it not yet. */
const writerOf = (story: Story) =>
  story.assigneeId === actors.author._id ? actors.stranger : actors.author;

/** A random act: what, by whom, and how long after the one before. */
export const anyCommand = fc.record({
  action: fc.constantFrom(...actions),
  actor: fc.constantFrom(...(Object.keys(actors) as Actor[])), // the keys just written
  minutesLater: fc.constantFrom(0, 1, 11, 60, 3000),
});
export type AnyCommand = typeof anyCommand extends fc.Arbitrary<infer Command> ? Command : never;
