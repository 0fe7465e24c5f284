import type { Answer } from '../../../cloudfunctions/kernel/answer';
import { route, type Router } from '../../../cloudfunctions/kernel/router';

const commandId = 'c'.repeat(32);

/** A router of one query and one command over receipts kept in memory. */
function aRouter() {
  const receipts = new Map<string, { contentHash: string; answer: Answer }>();
  const ran: string[] = [];
  const logged: unknown[] = [];
  const anyText = {
    safeParse: (input: unknown) =>
      typeof input === 'string'
        ? { success: true, data: input.trim() }
        : { success: false, error: { issues: [{ path: ['a', 0], code: 'invalid_type' }] } },
  };
  const router: Router = {
    calls: {
      'tea.look': { kind: 'query', input: anyText },
      'tea.pour': { kind: 'command', input: anyText },
    },
    run: async (call, input, scene) => {
      ran.push(`${call} ${String(input)}`);
      const answer: Answer = { ok: true, value: ran.length };
      if (scene.command) {
        const { receiptId, contentHash } = scene.command;
        receipts.set(receiptId, { contentHash, answer });
      }
      return answer;
    },
    findReceipt: async (receiptId) => receipts.get(receiptId),
    now: () => 5,
    log: (line) => logged.push(line),
  };
  return { router, ran, logged };
}

test.each([
  ['request_invalid', 'the event is no object', 'text'],
  ['request_invalid', 'no call is named', { input: 'x' }],
  ['request_invalid', 'a command has no id', { call: 'tea.pour', input: 'x' }],
  [
    'request_invalid',
    'a command id is short',
    { call: 'tea.pour', commandId: 'short', input: 'x' },
  ],
  [
    'request_invalid',
    'a command id is an object',
    { call: 'tea.pour', commandId: { $ne: 1 }, input: 'x' },
  ],
  ['call_unknown', 'nobody knows the call', { call: 'tea.spill', input: 'x' }],
  ['call_unknown', 'the call is a name of Object', { call: 'constructor', input: 'x' }],
  ['input_invalid', 'the input does not fit', { call: 'tea.look', input: 7 }],
])('a request is refused as %s when %s', async (refusal, _when, event) => {
  const { router, ran } = aRouter();
  expect(await route(router, event, 'o-lin')).toMatchObject({ ok: false, refusal });
  expect(ran).toEqual([]);
});

test('nobody is answered when the platform vouches for nobody', async () => {
  const { router } = aRouter();
  expect(await route(router, { call: 'tea.look', input: 'x' }, '')).toMatchObject({
    refusal: 'not_signed_in',
  });
});

test('a command sent twice runs once and answers the same', async () => {
  const { router, ran } = aRouter();
  const request = { call: 'tea.pour', commandId, input: 'green' };
  const first = await route(router, request, 'o-lin');
  expect(await route(router, request, 'o-lin')).toEqual(first);
  expect(ran).toEqual(['tea.pour green']);
});

test('a command id used again for something else is refused', async () => {
  const { router, ran } = aRouter();
  await route(router, { call: 'tea.pour', commandId, input: 'green' }, 'o-lin');
  const other = await route(router, { call: 'tea.pour', commandId, input: 'black' }, 'o-lin');
  expect(other).toMatchObject({ ok: false, refusal: 'command_changed' });
  expect(ran).toHaveLength(1);
});

test("somebody else's command id reveals nothing and is another command", async () => {
  const { router, ran } = aRouter();
  await route(router, { call: 'tea.pour', commandId, input: 'green' }, 'o-lin');
  await route(router, { call: 'tea.pour', commandId, input: 'black' }, 'o-zhou');
  expect(ran).toEqual(['tea.pour green', 'tea.pour black']);
});

test('the log line carries neither the openid nor what was typed', async () => {
  const { router, logged } = aRouter();
  await route(router, { call: 'tea.look', input: 'secret words' }, 'o-lin-openid');
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toMatch(/secret|o-lin/);
});
