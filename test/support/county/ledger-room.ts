/** A newsroom with a rulebook, so that printings earn points: county 10, city 20, provincial 40. */
import type { Rulebook } from '../../../cloudfunctions/domain/points/rulebook';
import {
  equally,
  fixed,
  heading,
  is,
  line,
  list,
  people,
  rule,
  rulebook,
  unit,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { RunningCloud } from '../cloud/cloud';
import { startProductCloud, type Member } from './county';
import { furnish } from './furnish';
import { newsroomOn, staff, type Newsroom, type StoryView } from './newsroom';
import { addOutlet, aReport, facts } from './printing';

/** The highest printing counts, for its authors in equal parts and for the unit in full. */
export const byLevel: Rulebook = rulebook({
  id: 'office',
  name: '积分办法',
  effectiveFrom: '2020-01-01',
  rules: [
    rule({
      ...{ id: 'level', name: '分级', shares: [people('points', equally), unit('points')] },
      lines: [
        line(
          '',
          list([
            { heading: heading('省级', is('level', 'provincial')), amount: 40 },
            { heading: heading('市级', is('level', 'city')), amount: 20 },
            { heading: heading('县级', is('level', 'county')), amount: 10 },
          ]),
        ),
      ],
    }),
    rule({
      ...{ id: 'instruction', name: '批示', cause: 'fact', shares: [people('points')] },
      lines: [line('批示', fixed(15))],
    }),
  ],
});

export interface LedgerRoom extends Newsroom {
  outlets: { provincial: string; city: string; county: string };
  /** A story of 林, reported by her at an outlet of this level and verified. */
  aPrinted(level?: Level): Promise<{ story: StoryView; adoptionId: string }>;
  /** One more printing of it. */
  print(story: StoryView, level: Level): Promise<string>;
  /** Reports one more printing; `verify` settles it. */
  report(story: StoryView, level: Level): Promise<string>;
  verify(adoptionId: string, level: Level): Promise<void>;
  withdraw(adoptionId: string): Promise<void>;
  pointsOf(who: Member): Promise<number>;
}

export type Level = keyof LedgerRoom['outlets'];

export async function startLedgerRoom(running?: RunningCloud): Promise<LedgerRoom> {
  const cloud = running ?? (await startProductCloud());
  const { ids, outlets } = await furnish(cloud, 'ledger-room', () => furnishLedger(cloud));
  return ledgerRoomOn(newsroomOn(cloud, ids), outlets);
}

async function furnishLedger(cloud: RunningCloud) {
  const ids = await furnish(cloud, 'newsroom', () => staff(cloud));
  const room = newsroomOn(cloud, ids);
  await cloud
    .sdk()
    .database()
    .collection('rulebooks')
    .add({ _id: 'office:1', ...byLevel });
  const outlets = {
    provincial: await addOutlet(room, { level: 'provincial' }),
    city: await addOutlet(room, { level: 'city' }),
    county: await addOutlet(room, { level: 'county' }),
  };
  return { ids, outlets };
}

function ledgerRoomOn(room: Newsroom, outlets: LedgerRoom['outlets']): LedgerRoom {
  const report: LedgerRoom['report'] = async (story, level) => {
    const input = aReport(story.id, outlets[level]);
    return (await room.lin.value('adoption.report', input)).adoptionId;
  };
  const verify: LedgerRoom['verify'] = async (adoptionId, level) => {
    const settled = { adoptionId, version: 1, note: '', ...facts(outlets[level]) };
    await room.zhou.value('adoption.verify', settled);
  };
  const print: LedgerRoom['print'] = async (story, level) => {
    const adoptionId = await report(story, level);
    await verify(adoptionId, level);
    return adoptionId;
  };
  const bylines = [{ personId: room.lin.personId, name: '林示例', part: 'text' as const }];
  return {
    ...{ ...room, outlets, report, verify, print },
    aPrinted: async (level = 'city') => {
      const story = await room.aStory({ bylines });
      return { story, adoptionId: await print(story, level) };
    },
    withdraw: async (adoptionId) => {
      await room.zhou.value('adoption.withdraw', { adoptionId, version: 2, note: '登记错了' });
    },
    pointsOf: async (who) =>
      (await who.value('standing.show', { owner: null })).standing.all.points,
  };
}

/** When a November room stands. */
export const inNovember = Date.parse('2026-11-26T09:00:00+08:00');

/** One that stands in November 2026, whatever the day of whoever runs the test. */
export async function startNovemberRoom(running?: RunningCloud): Promise<LedgerRoom> {
  const cloud = running ?? (await startProductCloud());
  await cloud.control('clock', 'set', { at: inNovember });
  return startLedgerRoom(cloud);
}

/** Closes November with the clock moved; answers the digest that its bulletin prints. */
export async function closeNovember({ cloud, zhou }: LedgerRoom): Promise<string> {
  const november = async () => {
    const { periods } = await zhou.value('period.list', {});
    return periods.find(({ period }) => period === '2026-11');
  };
  const tickAt = async (minute: string) => {
    await cloud.control('clock', 'set', { at: Date.parse(`2026-12-01T00:${minute}:00+08:00`) });
    await cloud.control('timers', 'fire', { function: 'closing' });
  };
  const target = async () => ({ period: '2026-11', version: (await november())?.version ?? 0 });
  await tickAt('31');
  await zhou.value('period.publish', await target());
  await zhou.value('period.close', await target());
  await tickAt('40');
  const digest = (await november())?.digest;
  if (!digest) throw new Error('November was not closed');
  return digest;
}

/** Every document of a collection, as it is stored. */
export async function stored<Document>(
  { cloud }: Pick<Newsroom, 'cloud'>,
  collection: string,
): Promise<Document[]> {
  const found = await cloud.sdk().database().collection(collection).limit(1000).get();
  return found.data as Document[]; // the caller names what the collection holds
}
