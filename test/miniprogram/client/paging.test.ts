/** Pages of a list under answers that come late, twice over, in another order, or not at all. */
import * as fc from 'fast-check';
import { createPaging } from '../../../miniprogram/client/paging';

interface Input {
  kind: string;
  after: number | null;
}
type Reply = { ok: true; value: { rows: string[]; after: number | null } } | { ok: false };

/** A list of seven rows of each kind, two a page, whose answers wait until they are let go. */
function aList() {
  const open: { input: Input; answer: (reply: Reply) => void }[] = [];
  const list = createPaging(
    (input: Input) => new Promise<Reply>((answer) => open.push({ input, answer })),
    ({ rows }) => rows,
  );
  const pageOf = ({ kind, after }: Input): Reply => {
    const start = after ?? 0;
    const rows = allOf(kind).slice(start, start + 2);
    return { ok: true, value: { rows, after: start + 2 < 7 ? start + 2 : null } };
  };
  const settle = async (place: number, isLost = false) => {
    const [one] = open.splice(place, 1);
    one?.answer(isLost ? { ok: false } : pageOf(one.input));
    // Whoever waits for it goes on.
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  };
  return { list, open, settle };
}

const allOf = (kind: string) => [0, 1, 2, 3, 4, 5, 6].map((n) => `${kind}${n}`);

test('a page is asked for once, however often the end of the list is reached', async () => {
  const { list, open, settle } = aList();
  void list.readFirst({ kind: 'a' });
  await settle(0);
  const more = [list.readMore(), list.readMore()];
  expect([open.length, list.hasMore()]).toEqual([1, false]);
  await settle(0);
  expect((await Promise.all(more)).map((reply) => reply?.ok)).toEqual([true, undefined]);
  expect([list.items(), list.hasMore()]).toEqual([['a0', 'a1', 'a2', 'a3'], true]);
});

test('an answer under an older question, or for a page of before, is dropped', async () => {
  const { list, settle } = aList();
  void list.readFirst({ kind: 'a' });
  await settle(0);
  const late = list.readMore();
  const first = list.readFirst({ kind: 'b' });
  await settle(1);
  await settle(0);
  expect([(await first)?.ok, await late]).toEqual([true, undefined]);
  expect(list.items()).toEqual(['b0', 'b1']);
});

test('what was read stays when it cannot be read again, and is read on', async () => {
  const { list, settle } = aList();
  void list.readFirst({ kind: 'a' });
  await settle(0);
  void list.readFirst({ kind: 'a' });
  await settle(0, true);
  expect([list.items(), list.hasMore()]).toEqual([['a0', 'a1'], true]);
  void list.readFirst({ kind: 'b' });
  await settle(0, true);
  expect([list.items(), list.hasMore()]).toEqual([[], false]);
});

test('whatever is asked and in whatever order it is answered, the list is one beginning of its kind', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('first' as const), kind: fc.constantFrom('a', 'b') }),
    fc.record({ do: fc.constant('more' as const) }),
    fc.record({ do: fc.constant('settle' as const), place: fc.nat(2), isLost: fc.boolean() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { list, open, settle } = aList();
      let kind = 'a';
      for (const one of steps) {
        if (one.do === 'first') void list.readFirst({ kind: (kind = one.kind) });
        else if (one.do === 'more') void list.readMore();
        else if (one.place < open.length) await settle(one.place, one.isLost);
        expect(list.items()).toEqual(allOf(kind).slice(0, list.items().length));
      }
    }),
  );
});
