import fc from 'fast-check';
import { allowedActions } from '../../../cloudfunctions/domain/story/allowed-actions';
import { queueKeysOf } from '../../../cloudfunctions/domain/story/move';
import type { Story, StoryEvent, StoryState } from '../../../cloudfunctions/domain/story/story';
import {
  actions,
  actors,
  aFiledStory,
  anyCommand,
  decide,
  noon,
  today,
  type Actor,
  type AnyCommand,
} from '../../support/domain/any-command';

interface Step {
  command: AnyCommand;
  at: number;
  before: Story;
  /** Undefined when the command was refused. */
  after?: Story;
  events: StoryEvent[];
}

/** What brings a story that stands here one step on, where something does. */
function nextStep({ kind, state, stageIndex }: Story): Pick<AnyCommand, 'action' | 'actor'> | null {
  const reviewer = (['office', 'second', 'leader'] as const)[stageIndex ?? 3];
  if (state === 'in_review' && reviewer) return { action: 'approve', actor: reviewer };
  if (state === 'held') return { action: 'resume', actor: 'office' };
  if (state === 'returned') return { action: 'refile', actor: 'author' };
  return kind === 'tip' && state === 'filed' ? { action: 'assign', actor: 'office' } : null;
}

/** One act in three is the story's next step: mere chance hardly ever passes three stages in a row. */
const anAct = fc.record({ command: anyCommand, isNextStep: fc.nat(2).map((n) => n === 0) });

/** A random life: a filing and some forty acts, most of which are refused. */
const aLife = fc
  .tuple(
    fc.constantFrom<'news' | 'tip'>('news', 'news', 'news', 'tip'),
    fc.array(anAct, { minLength: 10, maxLength: 60 }),
  )
  .map(([kind, acts]) => {
    const filed = aFiledStory(kind);
    const steps: Step[] = [];
    let story = filed.story;
    let at = noon;
    for (const act of acts) {
      const command = { ...act.command, ...(act.isNextStep && nextStep(story)) };
      at += command.minutesLater * 60_000;
      const decision = decide(command.action, { story, actor: command.actor, at });
      const after = decision.accepted ? decision.changes.story : undefined;
      const events = decision.accepted ? decision.changes.events : [];
      steps.push({ command, at, before: story, ...(after && { after }), events });
      story = after ?? story;
    }
    return { filed, steps, story };
  });

test('more than half of the lives are signed off while acts are still to come', () => {
  const lives = fc.sample(aLife, { numRuns: 400, seed: 1 });
  const signed = lives.filter(({ steps }) => steps.some(({ before }) => isSigned(before)));
  expect(signed.length).toBeGreaterThan(200);
});

const isSigned = ({ state }: Story) => state === 'signed_off';

const holds = (
  name: string,
  check: (life: typeof aLife extends fc.Arbitrary<infer L> ? L : never) => void,
) => test(name, () => fc.assert(fc.property(aLife, check), { numRuns: 150 }));

/** Which states may follow which; written by hand. */
const mayFollow: Record<StoryState, StoryState[]> = {
  filed: ['filed', 'withdrawn', 'spiked'],
  in_review: ['in_review', 'returned', 'withdrawn', 'held', 'spiked', 'signed_off'],
  returned: ['in_review', 'withdrawn'],
  held: ['in_review'],
  signed_off: ['signed_off', 'killed'],
  published: ['corrected', 'killed'],
  corrected: ['corrected', 'killed'],
  withdrawn: [],
  spiked: [],
  killed: [],
};

holds(
  'no act makes an illegal move, and what is spiked, killed or withdrawn stays so',
  ({ steps }) => {
    for (const { before, after } of steps) {
      if (after) expect(mayFollow[before.state]).toContain(after.state);
    }
  },
);

holds('the history rebuilds where the story stands', ({ filed, steps, story }) => {
  const events = [...filed.events, ...steps.flatMap((step) => step.events)];
  const rebuilt = events.reduce((_before, event) => event.after, events[0]?.after);
  const { state, stageIndex, revision, isUrgent } = story;
  expect(rebuilt).toEqual({ state, stageIndex, revision, isUrgent });
});

holds('every act is one version and at least one line of history by its actor', ({ steps }) => {
  for (const { before, after, events, command, at } of steps) {
    if (!after) continue;
    expect(after.version).toBe(before.version + 1);
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ byId }) => byId === actors[command.actor]._id)).toBe(true);
    expect(after.updatedAt).toBe(at);
  }
});

holds('nobody acts at two stages of a story, nor on their own', ({ story }) => {
  const people = story.acted.map(({ personId }) => personId);
  expect(new Set(people).size).toBe(people.length);
  expect(people).not.toContain(story.authorId);
});

holds('a story is signed off only when its last stage was passed', ({ story }) => {
  if (!['signed_off', 'killed'].includes(story.state)) return;
  expect(story.acted.some(({ stageIndex }) => stageIndex === story.chain.length - 1)).toBe(true);
});

holds('a story stands in a queue exactly while it waits for somebody', ({ steps }) => {
  for (const { after } of steps) {
    if (!after) continue;
    expect(after.queueKeys).toEqual(queueKeysOf(after));
    expect(after.queueKeys.length > 0).toBe(['filed', 'in_review'].includes(after.state));
  }
});

holds('the buttons that are offered are the acts that are accepted', ({ steps }) => {
  const wrong: object[] = [];
  for (const { before, at } of steps) {
    for (const actor of Object.keys(actors) as Actor[]) {
      const offered = allowedActions(before, actors[actor], { at, on: today });
      const accepted = actions.filter(
        (action) => decide(action, { story: before, actor, at }).accepted,
      );
      // A colleague of the first stage cannot be passed a story of another stage.
      const refused = offered.filter((action) => action !== 'pass' && !accepted.includes(action));
      // Claim and release share a button; urgent needs no second.
      const hidden = accepted.filter(
        (action) => !offered.includes(action) && !['claim', 'release', 'hurry'].includes(action),
      );
      if (refused.length + hidden.length > 0) wrong.push({ before, actor, refused, hidden });
    }
  }
  expect(wrong).toEqual([]);
});

holds('the same act on the version before it is the same decision', ({ steps }) => {
  for (const { command, at, before, after } of steps) {
    const again = decide(command.action, { story: before, actor: command.actor, at });
    expect(again.accepted ? again.changes.story : undefined).toEqual(after);
  }
});
