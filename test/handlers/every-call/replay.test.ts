/** Any series of commands, each sent twice: the second changes nothing and answers the same. */
import fc from 'fast-check';
import type { CallName } from '../../../cloudfunctions/contract';
import { inputs, type Targets } from '../../support/authorization/authorization-inputs';
import { actions } from '../../support/domain/any-command';
import { newId, newInviteCode, type Member, type Phone } from '../../support/county/county';
import { changedSince, keepAll } from '../../support/cloud/dump';
import { startNewsroom, type Newsroom } from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
// Undefined where it never started.
afterAll(() => (room as Newsroom | undefined)?.stop());

const actors = ['lin', 'zhou', 'xu', 'wu'] as const;
const anyAct = fc.record({
  action: fc.constantFrom(...actions),
  actor: fc.constantFrom(...actors),
});

test('any command sent again changes nothing and is answered the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 6, maxLength: 12 }), async (acts) => {
      const storyId = (await room.aStory()).id;
      const other = await room.aStory();
      for (const { action, actor } of acts) {
        const { version } = await room.show(room.zhou, storyId);
        const targets = { storyId, version, otherStoryId: other.id, ...unusedTargets() };
        await sendTwice(room[actor], `story.${action}`, targets);
      }
    }),
    { numRuns: 6 },
  );
});

test.each<CallName>([
  'story.file',
  'draft.keep',
  'person.add',
  'unit.add',
  'invite.make',
  'code.make',
  'adjustment.propose',
  'standing.rebuild',
])('%s sent again changes nothing and is answered the same', async (call) => {
  const targets = { storyId: newId(), version: 1, otherStoryId: newId(), ...unusedTargets() };
  const phone = call.startsWith('story') || call.startsWith('draft') ? room.lin : room.he;
  expect(await sendTwice(phone, call, { ...targets, personId: room.xu.personId })).toBe(true);
});

/**
 * A receipt holds what was committed; what the platform said of it right after is shown with the first
 * answer and with every later look, but is no part of the act that is answered again.
 */
function withoutChecks(answer: object): unknown {
  return JSON.parse(JSON.stringify(answer), (key: string, value: unknown) => {
    if (key === 'checks') return undefined;
    if (key !== 'timeline' || !Array.isArray(value)) return value;
    return (value as { kind: string }[]).filter(({ kind }) => !kind.startsWith('content_'));
  });
}

/** Answers whether the command was accepted. */
async function sendTwice(
  phone: Phone | Member,
  call: CallName,
  targets: Omit<Targets, 'cast'>,
): Promise<boolean> {
  const make = inputs[call] as (targets: Omit<Targets, 'cast'> & { cast: Newsroom }) => never; // by its call
  const input = make({ ...targets, cast: room });
  const commandId = newId();
  const first = await phone.call(call, input, commandId);
  await keepAll(room.cloud);
  const second = await phone.call(call, input, commandId);
  const changed = await changedSince(room.cloud);
  const answers = [withoutChecks(second), withoutChecks(first)];
  if (first.ok) expect([answers[0], changed]).toEqual([answers[1], []]);
  // What was refused may be right the next time, but changes nothing by having been asked.
  else expect([second.ok, changed]).toEqual([false, []]);
  return first.ok;
}

function unusedTargets() {
  const chain = { chainId: newId(), kinds: [], unitKinds: [] };
  const ids = { personId: newId(), unitId: newId(), draftId: newId() };
  return { ...ids, chain, code: newInviteCode(), token: 'u'.padEnd(27, '0') };
}
