/** One act with one request of its functions failing, and what became of it. */
import { alike, sayChanges, type Changed } from './dump-change';
import type { Act, FaultRoom } from './fault-room';

/** Where requests are counted and fail: each has its control, and its ways of failing. */
export const places = {
  database: {
    control: ['database', 'fail'],
    actions: ['conflict', 'before', 'after', 'kill', 'killAfter'],
  },
  storage: {
    control: ['storage', 'fail'],
    actions: ['answer', 'before', 'after', 'kill', 'killAfter'],
  },
  downloads: { control: ['storage', 'failReads'], actions: ['refuse', 'cut'] },
} as const;

export type Place = keyof typeof places;
export type FaultAction = (typeof places)[Place]['actions'][number];

export interface Failure {
  nth: number;
  action: FaultAction;
}

/** What a failing storage says of each file, whatever it was asked. */
const failedFiles = {
  download_list: [{ fileID: '', tempFileURL: '', code: 'STORAGE_REQUEST_FAIL' }],
  copy_list: [{ code: 'STORAGE_REQUEST_FAIL' }],
};

export interface Seen {
  /** Requests of functions in the first try, by name. */
  requests: string[];
  failed: boolean;
  /** Told alike, so that equal ones are equal. */
  answers: string[];
  /** What `settle` told, likewise. */
  settled: string;
  changes: string[];
  /** What the audit of the ledger found. */
  difference: unknown;
}

/** The platform's limit for a transaction. */
const transactionMs = 31_000;

/** A phone tries this often before it leaves it to its person. */
const triesMax = 3;

export interface Way {
  place: Place;
  failure?: Failure;
  /** Repeats at once, while a killed function's transaction still holds its locks. */
  isHasty?: boolean;
}

/** The act on the database as `keep` remembers it, which is put back afterwards. */
export async function trial(
  room: FaultRoom,
  act: Act,
  { place, failure, isHasty = false }: Way,
): Promise<Seen> {
  const { cloud } = room;
  await act.ready?.();
  const [service, command] = places[place].control;
  await cloud.control(service, command, failure && { ...failure, data: failedFiles });
  const first = await answerOf(act);
  const told = await cloud.control<Pick<Seen, 'requests' | 'failed'>>(service, command);
  const isKilled = failure?.action.startsWith('kill') ?? false;
  if (isKilled && !isHasty) await transactionsEnd(room);
  const answers = [...first, ...(await repeated(room, act))];
  await cloud.control('clock', 'real');
  const settled = alike(JSON.stringify((await act.settle?.()) ?? null));
  await rest(room);
  const { changed } = await cloud.control<{ changed: Changed[] }>('database', 'changed');
  const difference = await differenceOf(room, changed);
  await cloud.control('database', 'restore');
  return { ...told, answers, settled, changes: sayChanges(changed), difference };
}

/** The act under a clock that is wrong, its answer lost, then again under the right one. */
export async function jumpingTrial(
  room: FaultRoom,
  act: Act,
  { ms, call }: { ms: number; call: string },
): Promise<{ answers: string[]; receipts: number; difference: unknown }> {
  const { cloud } = room;
  await act.ready?.();
  await cloud.control('clock', 'advance', { ms });
  const first = await answerOf(act);
  await cloud.control('clock', 'real');
  const answers = [...first, ...(await repeated(room, act))];
  await act.settle?.();
  await cloud.control('clock', 'real');
  await rest(room);
  const { changed } = await cloud.control<{ changed: Changed[] }>('database', 'changed');
  const isReceipt = ({ collection, before, after }: Changed) =>
    collection === 'receipts' && before === null && after?.includes(`"call":"${call}"`);
  const difference = await differenceOf(room, changed);
  await putBack(room);
  return { answers, receipts: changed.filter(isReceipt).length, difference };
}

/** What the audit reads; where nothing of it changed it finds what it found in the undisturbed run. */
const audited = new Set([
  'accounts',
  'ledger_entries',
  'standings',
  'families',
  'adoptions',
  'adoption_events',
  'periods',
]);

async function differenceOf({ he }: FaultRoom, changed: Changed[]): Promise<unknown> {
  if (!changed.some(({ collection }) => audited.has(collection))) return null;
  return (await he.value('ledger.audit', { after: null })).difference;
}

/** Everything as it was kept, whatever holds it. */
export async function putBack(room: FaultRoom): Promise<void> {
  await transactionsEnd(room);
  await room.cloud.control('clock', 'real');
  await rest(room);
  await room.cloud.control('database', 'restore');
}

/** What a killed function had begun holds its locks until the database drops it. */
async function transactionsEnd({ cloud }: FaultRoom): Promise<void> {
  await cloud.control('clock', 'advance', { ms: transactionMs });
}

/** Until no function is at work: relay goes on when whoever woke it has no patience left. */
export async function rest({ cloud }: Pick<FaultRoom, 'cloud'>): Promise<void> {
  for (;;) {
    const { functions } = await cloud.control<{ functions: { busy: number }[] }>(
      'functions',
      'instances',
    );
    if (functions.every(({ busy }) => busy === 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function answerOf(act: Act): Promise<string[]> {
  try {
    const answer = await act.send();
    return [alike(JSON.stringify(answer, withoutChecks))];
  } catch {
    // No answer: the phone tries again.
    return [];
  }
}

// What the platform thinks of a story comes on top of an act, or does not.
function withoutChecks(name: string, value: unknown): unknown {
  if (name === 'checks') return undefined;
  if (name !== 'timeline' || !Array.isArray(value)) return value;
  return value.filter((line: { kind: string }) => !line.kind.startsWith('content_'));
}

async function repeated(room: FaultRoom, act: Act): Promise<string[]> {
  for (let tries = 1; tries < triesMax; tries += 1) {
    const answers = await answerOf(act);
    if (answers.length > 0) return answers;
    await transactionsEnd(room);
  }
  throw new Error('no answer after the failure was over');
}
