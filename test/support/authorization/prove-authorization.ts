/** Every call, asked by the cast of the matrix in every situation, against the table by hand. */
import {
  contract,
  functionCalls,
  type CallName,
  type InputOf,
} from '../../../cloudfunctions/contract';
import type { Story } from '../../../cloudfunctions/domain/story/story';
import { isAllowed, matrix, readers, type Row } from './authorization';
import { aChain, aDraft, factId, inputs, outletId, type Targets } from './authorization-inputs';
import {
  messagesFor,
  printingsFor,
  situations,
  startCast,
  storiesFor,
  type Cast,
  duties,
  type Column,
} from './cast';
import { newId, newInviteCode } from '../county/county';
import { layOutLedger } from './ledger-cast';

/** What only 林 may ever read. */
const secret = '只给自己看的半成稿';

let cast: Cast;
let baseId: string;
let shared: Pick<Targets, 'personId' | 'unitId' | 'code' | 'token' | 'chain'>;
const draftId = newId();

beforeAll(async () => {
  cast = await startCast();
  baseId = (await cast.aStory()).id;
  const { code } = await cast.he.value('code.make', {
    ...{ kind: 'unit', targetId: cast.townshipId, title: null, expiresAt: null },
  });
  shared = { ...(await freshTargets()), chain: await freshChain(), token: code.token };
  await layOut();
  await layOutLedger(cast);
  await cast.lin.value('draft.keep', { draftId, version: 1, draft: aDraft(secret) });
});
// Undefined where it never started.
afterAll(() => (cast as Cast | undefined)?.stop());

/** The outlet and the fact that inputs name. */
async function layOut(): Promise<void> {
  const names = { name: '示例日报', aliases: [], channelIds: [] };
  const term = { level: 'city' as const, outletClass: 'paper' as const, group: null };
  await cast.he.value('outlet.add', { outletId, ...names, ...term, since: '2026-01-01' });
  const register = inputs['fact.register'];
  const targets = { cast, storyId: baseId, version: 1, otherStoryId: baseId, draftId, ...shared };
  if (register) await cast.he.value('fact.register', { ...register(targets), factId });
}

/** A correspondent of the story's unit with a code, and a unit with nobody. */
async function freshTargets(): Promise<Omit<typeof shared, 'chain' | 'token'>> {
  const [personId, unitId, code] = [newId(), newId(), newInviteCode()];
  const fields = { name: '新示例', standing: 'staff' as const, phone: cast.phoneNumber };
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [cast.townshipId] };
  const unit = { name: unitId.slice(0, 8), kind: 'room' as const, quotaClass: null };
  await cast.he.value('person.add', {
    ...{ personId, ...fields, unitId: cast.townshipId, isHead: false },
  });
  await cast.he.value('duty.grant', { personId, ...duty });
  await cast.he.value('invite.make', { personId, code });
  await cast.he.value('unit.add', { unitId, ...unit, parentId: cast.rootId });
  return { personId, unitId, code };
}

const titleOf = ({ call, story, about }: Row) => [call, story, about].filter(Boolean).join(' ');

// There can be only so many chains, none for the filings of another: only their calls get new ones.
async function freshChain(): Promise<Targets['chain']> {
  const { stages, version, ...chain } = aChain();
  await cast.he.value('chain.change', { ...chain, version, stages });
  return chain;
}

/**
 * Declares the tests. The whole asks everybody; else each duty is asked once a row, over the own or the
 * other unit and with another tie to the story from row to row, so that all of them come up.
 */
export function proveAuthorization({ isWhole }: { isWhole: boolean }): void {
  const rows = matrix.map((row, n): [string, Row, number] => [titleOf(row), row, n]);
  describe.each(rows)('%s', (_title, row, n) => {
    test('is open to those the table names and closed to all others', async () => {
      // Whose story it is matters only to rows about a story.
      const able = cast.columns.filter(({ tie }) => row.story || tie === 'none');
      await proveRow(row, isWhole ? able : oneOfEach(able, n));
    });
  });

  test('every call of the contract has a row and an input', () => {
    const named = new Set(matrix.map(({ call }) => call));
    const calls = Object.keys(contract) as CallName[]; // the contract's keys are its calls
    expect(calls.filter((call) => !named.has(call) || !inputs[call])).toEqual([]);
  });

  test('no pattern of the table names nobody', () => {
    const patterns = matrix.flatMap(({ allowed }) => allowed.split(' ').filter(Boolean));
    const empty = patterns.filter((one) => !cast.columns.some(({ name }) => isAllowed(one, name)));
    expect(empty).toEqual([]);
  });
}

/** The visitor, and of each duty the column whose turn it is. */
function oneOfEach(columns: Column[], turn: number): Column[] {
  const own = duties.flatMap((duty, n) => {
    const able = columns.filter(({ name }) => name.startsWith(`${duty}.`));
    return able[(turn + n) % able.length] ?? [];
  });
  return [...columns.filter(({ name }) => name === 'visitor'), ...own];
}

async function proveRow(row: Row, columns: Column[]): Promise<void> {
  const situation = row.story ? situations[row.story] : undefined;
  const ids = situation ? await storiesFor(cast, { of: baseId, situation, columns }) : [];
  if (row.printing) await printingsFor(cast, { ids, state: row.printing });
  if (row.call === 'message.export') await messagesFor(cast, ids);
  const version = await versionOf(baseId);
  const storyOf = (column: Column) => ids[columns.indexOf(column)];
  const cells: Cell[] = [];
  // One by one: calls about the directory meet on the organ's own record, and calls asked at once would
  // each start a process of their own.
  for (const column of columns) {
    cells.push(await ask(row, column, { storyId: storyOf(column) ?? baseId, version }));
  }
  const wrong = cells.filter(([, given, wanted]) => given !== wanted);
  expect(wrong).toEqual([]);
  const refused = columns.filter((_column, n) => cells[n]?.[2] === 'refused');
  await expectUntouched(
    refused.flatMap((column) => storyOf(column) ?? []),
    version,
  );
}

type Cell = readonly [column: string, given: string, wanted: 'ok' | 'refused'];

async function ask(
  row: Row,
  column: Column,
  story: Pick<Targets, 'storyId' | 'version'>,
): Promise<Cell> {
  const mayPass = isAllowed(row.allowed, column.name);
  const targets = mayPass && spends(row.call) ? await freshTargets() : {};
  const chain = mayPass && row.call.startsWith('chain.') ? await freshChain() : shared.chain;
  const given = { cast, ...story, otherStoryId: baseId, draftId, ...shared, ...targets, chain };
  const answer = await column.phone.call(row.call, inputOf(row.call, given));
  if (answer.ok) checkFields(row, column, answer.value);
  return [column.name, judge(row, column, answer), mayPass ? 'ok' : 'refused'];
}

/** Whether an accepted call leaves its person, unit or code another; only the directory's commands do. */
function spends(call: CallName): boolean {
  return call in functionCalls.directory && contract[call].kind === 'command';
}

function inputOf(call: CallName, targets: Targets): InputOf<CallName> {
  const make = inputs[call] as ((targets: Targets) => InputOf<CallName>) | undefined; // by its call
  if (!make) throw new Error(`${call} has no input`);
  return make(targets);
}

/** `ok`, `refused`, or what was refused for a reason that says the door was open. */
function judge(row: Row, column: Column, answer: { ok: boolean; refusal?: string }): string {
  const { refusal = '' } = answer;
  if (answer.ok || row.inside?.includes(refusal)) return 'ok';
  if (column.personId === undefined && refusal === 'not_bound') return 'refused';
  // To somebody who may not read it, a story that is there is no different from one that is not.
  const isHidden = row.story !== undefined && !isAllowed(readers, column.name);
  const fitting = isHidden
    ? ['not_found']
    : ['not_allowed', 'not_bound', 'not_found', ...(row.refusals ?? [])];
  return fitting.includes(refusal) ? 'refused' : refusal;
}

/** What comes back shows no number, no openid, nobody else's draft, nobody else's list. */
function checkFields(row: Row, column: Column, value: unknown): void {
  const text = JSON.stringify(value);
  const isAdministrator = column.name.startsWith('administrator');
  if (!isAdministrator) expect(text).not.toMatch(/(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])/);
  expect(text).not.toContain(secret);
  const openids = [cast.he, cast.lin, ...cast.columns.map(({ phone }) => phone)]
    .map(({ openid }) => openid)
    .filter((openid) => row.call !== 'session.open' || openid !== column.phone.openid);
  expect(openids.filter((openid) => text.includes(openid))).toEqual([]);
  if (row.call === 'story.list') expect(text).not.toContain(baseId);
  if (row.call === 'queue.list') {
    expect([column.name, text.includes(baseId)]).toEqual([
      column.name,
      isAllowed('office.own.*', column.name),
    ]);
  }
}

async function versionOf(storyId: string): Promise<number> {
  const found = await cast.cloud.sdk().database().collection('stories').doc(storyId).get();
  return (found.data as Story[])[0]?.version ?? 0; // what the collection holds
}

async function expectUntouched(ids: string[], version: number): Promise<void> {
  if (ids.length === 0) return;
  const database = cast.cloud.sdk().database();
  const where = { _id: database.command.in(ids) };
  const found = await database.collection('stories').where(where).limit(100).get();
  const versions = (found.data as Story[]).map((story) => story.version); // what it holds
  expect(versions).toEqual(ids.map(() => version));
}
