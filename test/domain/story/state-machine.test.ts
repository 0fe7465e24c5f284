import type { StoryAction } from '../../../cloudfunctions/domain/story/allowed-actions';
import type { Story, StoryState } from '../../../cloudfunctions/domain/story/story';
import { actions, actors, aFiledStory, decide, type Actor } from '../../support/domain/any-command';
import { refusalOf, stages, table } from './state-machine-table';

const [head = [], ...rows] = wordsOf(table);
const columns = head.slice(2) as Actor[]; // the table's own heading

function wordsOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words.length > 1);
}

/** A story in this state; past the first stage nobody acted, so that only the state speaks. */
function aStory(state: StoryState): Story {
  const { story } = aFiledStory(state === 'filed' ? 'tip' : 'news');
  const isOver = ['signed_off', 'published', 'corrected', 'killed'].includes(state);
  return { ...story, state, ...(isOver && { stageIndex: null }) };
}

test('the table has every state and action', () => {
  const states = [...new Set(rows.map(([, state]) => state))];
  expect(states).toHaveLength(10);
  expect(rows.map(([action, state]) => `${action} ${state}`)).toEqual(
    actions.flatMap((action) => states.map((state) => `${action} ${state}`)),
  );
});

test.each(rows)('%s when %s', (action, state, ...cells) => {
  const story = aStory(state as StoryState); // the table's words, checked above
  const given = columns.map((actor) => {
    const decision = decide(action as StoryAction, { story, actor });
    return decision.accepted ? decision.changes.story.state : decision.refusal;
  });
  expect(given).toEqual(cells.map((cell) => refusalOf[cell] ?? cell));
});

const everyStage = ['0', '1', '2', 'escalated'].flatMap((stage) =>
  (Object.keys(actors) as Actor[]).map((actor): [string, Actor] => [stage, actor]),
);

test.each(everyStage)('a story at stage %s approved by %s', (stage, actor) => {
  const { story } = aFiledStory();
  const isEscalated = stage === 'escalated';
  const there = { ...story, stageIndex: isEscalated ? 2 : Number(stage), isEscalated };
  const decision = decide('approve', { story: there, actor });
  const wanted = wordsOf(stages).find(([at, by]) => at === stage && by === actor)?.[2];
  if (!decision.accepted) expect([decision.refusal, wanted]).toEqual(['not_allowed', undefined]);
  else {
    const { state, stageIndex } = decision.changes.story;
    expect(state === 'in_review' ? String(stageIndex) : state).toBe(wanted);
  }
});

test.each(actions)(
  '%s is never for the byline nor at a second stage, where it is a review',
  (action) => {
    const { story } = aFiledStory();
    const bylined = { ...story, peopleIds: [...story.peopleIds, 'zhou'] };
    const actedTwice = { ...story, stageIndex: 1, acted: [{ stageIndex: 0, personId: 'xu' }] };
    expect(decide(action, { story: bylined, actor: 'office' }).accepted).toBe(false);
    expect(decide(action, { story: actedTwice, actor: 'second' }).accepted).toBe(false);
  },
);

test.each(actions)("another's claim keeps %s away until it has run out", (action) => {
  const at = 1_800_000_000_000;
  const claim = { personId: 'sun', name: 'sun', until: at + 1 };
  const story = { ...aFiledStory('news', at).story, claim };
  const before = decide(action, { story, actor: 'office', at });
  const after = decide(action, { story, actor: 'office', at: at + 1 });
  const free = decide(action, { story: { ...story, claim: null }, actor: 'office', at });
  if (free.accepted) expect(before).toEqual({ accepted: false, refusal: 'claimed_by_other' });
  expect(after.accepted).toBe(free.accepted);
});
