/** What the sample county counts without a printing, what is said against it, and its codes. */
import { newId } from './gateway';
import type { Newsroom } from './newsroom';
import { personas } from './people';
import type { Step } from './timeline';

const hourMs = 60 * 60 * 1000;

type FactRow = [
  hoursAgo: number,
  kind: string,
  title: string,
  /** Null: it counts for the unit alone. */
  person: string | null,
  unit: string,
  level: string | null,
];

const facts: FactRow[] = [
  [1200, 'instruction', '县委主要领导批示：柳溪村放学路建议', null, '柳溪镇联工委', 'county'],
  [1180, 'training', '全县通讯员培训', '林示例', '城关镇联工委', null],
  [1180, 'training', '全县通讯员培训', '秦示例', '医药卫生界', null],
  [1016, 'late_return', '退改稿逾期两天', '林示例', '城关镇联工委', null],
  [460, 'instruction', '分管副省长批示：粮食晾晒建议', null, '农业农村委', 'provincial'],
  [208, 'meeting', '市政协通讯工作座谈会发言', '秦示例', '医药卫生界', null],
];

/** Facts, appeals and adjustments, as the office and its people made them. */
export function pointSteps(room: Newsroom): Step[] {
  return [
    ...facts.map((row, n) => ({
      ...{ hoursAgo: row[0], about: `fact ${n}`, run: () => register(room, row) },
    })),
    { hoursAgo: 860, about: 'appeal', run: () => appeal(room, personas.lin, '当天已改好交回') },
    { hoursAgo: 844, about: 'appeal', run: () => answerAppeal(room) },
    { hoursAgo: 28, about: 'appeal', run: () => appeal(room, personas.qin, '电视台播出两分钟') },
    ...adjustments(room),
    { hoursAgo: 465, about: 'codes', run: () => makeCodes(room) },
  ];
}

async function register({ gateway, directory, now }: Newsroom, row: FactRow): Promise<void> {
  const [hoursAgo, kind, title, person, unit, level] = row;
  const personId = directory.people.find(({ name }) => name === person)?.personId ?? null;
  await gateway.call(personas.zhou, 'fact.register', {
    ...{ factId: newId(), kind, title, level, personId, unitId: directory.unitIds.get(unit) },
    ...{ quantity: 1, mark: null, occurredOn: dayOf(now - hoursAgo * hourMs), workId: null },
    ...{ note: '', clipping: null },
  });
}

interface Entries {
  entries: { id: string; isReversed: boolean; reverses: string | null; book: string }[];
}

/** Against the newest of the own points. */
async function appeal({ gateway }: Newsroom, openid: string, text: string): Promise<void> {
  const { entries } = await gateway.call<Entries>(openid, 'entry.list', {
    ...{ owner: null, book: 'points', period: 'all', after: null },
  });
  const entry = entries.find(({ isReversed, reverses }) => !isReversed && reverses === null);
  if (!entry) throw new Error(`${openid} has no points to appeal against`);
  await gateway.call(openid, 'entry.appeal', { entryId: entry.id, text });
}

async function answerAppeal({ gateway }: Newsroom): Promise<void> {
  const { appeals } = await gateway.call<{ appeals: { id: string; version: number }[] }>(
    ...[personas.zhou, 'appeal.list', { isOpen: true, after: null }],
  );
  for (const { id, version } of appeals) {
    await gateway.call(personas.zhou, 'appeal.answer', {
      ...{ appealId: id, version, isUpheld: true, words: '经核对属实，予以冲销。' },
    });
  }
}

/** One that a second person approved, and one that waits for it. */
function adjustments({ gateway, directory, now }: Newsroom): Step[] {
  const [approved, waiting] = [newId(), newId()];
  const propose = (adjustmentId: string, hoursAgo: number, reason: string) => () =>
    gateway.call<unknown>(personas.zhou, 'adjustment.propose', {
      ...{ adjustmentId, book: 'points', amount: 1000, reason },
      owner: { kind: 'unit', id: directory.unitIds.get('城关镇联工委') },
      occurredOn: dayOf(now - hoursAgo * hourMs),
    });
  const approve = () =>
    gateway.call<unknown>(personas.he, 'adjustment.approve', {
      ...{ adjustmentId: approved, version: 1, note: '' },
    });
  const done = (work: () => Promise<unknown>) => async () => void (await work());
  const about = 'adjustment';
  return [
    { about, hoursAgo: 480, run: done(propose(approved, 480, '补记市报一篇')) },
    { about, hoursAgo: 460, run: done(approve) },
    { about, hoursAgo: 28, run: done(propose(waiting, 28, '补记县电视台专题一期')) },
  ];
}

/** On some units' walls, and two people's cards. */
async function makeCodes({ gateway, directory }: Newsroom): Promise<void> {
  const { unitIds, people } = directory;
  const personId = (openid: string) => people.find((one) => one.openid === openid)?.personId;
  const targets = [
    ...['城关镇联工委', '云岭镇联工委', '医药卫生界'].map((name) => ({
      ...{ openid: personas.he, kind: 'unit', targetId: unitIds.get(name) },
    })),
    ...[personas.lin, personas.qin].map((openid) => ({
      ...{ openid, kind: 'person', targetId: personId(openid) },
    })),
  ];
  for (const { openid, kind, targetId } of targets) {
    await gateway.call(openid, 'code.make', { kind, targetId, title: null, expiresAt: null });
  }
}

/** The day as the calendar in China has it. */
const dayOf = (at: number) => new Date(at + 8 * hourMs).toISOString().slice(0, 10);
