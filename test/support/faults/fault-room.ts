/** A newsroom with a center, a rulebook and outlets, and what acts of the main job are made of. */
import type { CallName, InputOf } from '../../../cloudfunctions/contract';
import { awaitNone } from '../cloud/await-none';
import { newId, type Phone } from '../county/county';
import { startLedgerRoom, type LedgerRoom } from '../county/ledger-room';
import { addOutlet } from '../county/printing';
import { startSyndication, type Syndication } from '../county/syndication';

export type FaultRoom = LedgerRoom & Syndication;

export async function startFaultRoom(): Promise<FaultRoom> {
  const ledger = await startLedgerRoom();
  const room = { ...ledger, ...(await startSyndication(ledger)) };
  // A minute that passes meanwhile would add requests of its own to those that are counted.
  await room.cloud.control('timers', 'pause', { isPaused: true });
  // The platform's word on photos comes when a test says so.
  await room.cloud.control('wechat', 'media', { delayMs: 86_400_000 });
  await awaitNone(room.cloud);
  const { channelId } = room;
  await addOutlet(room, { name: '示例县报', level: 'county', channelIds: [channelId] });
  // Whatever is fetched once, as WeChat's token, is there before an act is watched.
  await room.aStory();
  return room;
}

/** A leader's written praise for what 林 wrote. */
export const aFact = (room: FaultRoom, occurredOn = '2026-11-20') => ({
  ...{ factId: newId(), kind: 'instruction' as const, title: '批示', level: 'county' as const },
  ...{ personId: room.lin.personId, unitId: room.townshipId, quantity: 1, mark: null },
  ...{ occurredOn, workId: null, note: '', clipping: null },
});

/** Something a person, a center or the clock does, ready to be done. */
export interface Act {
  /** What must be so before each try from the start. */
  ready?(): Promise<unknown>;
  /** Does it; again, it is the same command. Throws where there was no answer. */
  send(): Promise<unknown>;
  /** What it does outside the cloud happens between its requests, so a kill on either side of one differs. */
  isOutward?: boolean;
  /** What comes next by itself, and what is seen then: relay's tick, a reviewer opening the story. */
  settle?(): Promise<unknown>;
}

export type Prepare = (room: FaultRoom) => Promise<Act>;

/** One command of one phone, the same at every try. */
export function command<Name extends CallName>(
  phone: Phone,
  name: Name,
  input: InputOf<Name>,
): Act {
  const commandId = newId();
  return { send: () => phone.call(name, input, commandId) };
}

/** A lease of relay ends, and its next runs, which the minutes bring, deliver what is due. */
export async function relaySettles(room: FaultRoom): Promise<unknown> {
  await room.cloud.control('clock', 'advance', { ms: 80_000 });
  await room.cloud.control('clock', 'advance', { ms: 80_000 });
  await room.cloud.control('clock', 'real');
  // One version of a story is never taken under two ids.
  const versions = room.center.inbox.map(({ uri, version }) => `${uri} ${version}`);
  return versions.filter((version, place) => versions.indexOf(version) !== place);
}

/** The center must not know what an earlier try has sent it. */
export async function forgetDelivered({ center }: FaultRoom): Promise<void> {
  center.inbox.length = 0;
}

export const delivering = (room: FaultRoom) => ({
  isOutward: true,
  ready: () => forgetDelivered(room),
  settle: () => relaySettles(room),
});

/** The storage is not put back with the database: what an earlier try moved goes back to where it came from. */
export async function undoMove(
  { cloud, lin }: FaultRoom,
  folder: string,
  { sha256, ext }: { sha256: string; ext: string },
): Promise<void> {
  const name = `${sha256}.${ext}`;
  const paths = { srcPath: `${folder}/${name}`, dstPath: `incoming/${lin.openid}/${name}` };
  // Where nothing was moved, there is nothing to move back.
  await cloud.sdk().copyFile({ fileList: [{ ...paths, removeOriginal: true }] });
}

/** The next reviewer opens the story, which asks the platform about what is not checked yet. */
export async function reviewerOpens(room: FaultRoom, storyId: string): Promise<unknown> {
  await room.zhou.value('story.claim', { storyId });
  await room.cloud.control('wechat', 'deliver-media');
  return (await room.show(room.zhou, storyId)).checks;
}

/** The office opens what is signed off, whose correction may not have been checked. */
export async function officeOpens(room: FaultRoom, storyId: string): Promise<unknown> {
  return (await room.show(room.zhou, storyId)).checks;
}

/** The period of acts that are not about another. */
const month = '2026-10';

/** Version 0 until somebody, or the clock, has drafted it. */
export async function periodTarget(room: FaultRoom, period = month) {
  return { period, version: (await periodNow(room, period))?.version ?? 0 };
}

async function periodNow(room: FaultRoom, period: string) {
  const { periods } = await room.zhou.value('period.list', {});
  return periods.find((one) => one.period === period);
}

/** Runs of closing, some minutes apart. */
export async function closingRuns({ cloud }: FaultRoom): Promise<void> {
  for (let run = 1; run <= 3; run += 1) {
    await cloud.control('clock', 'advance', { ms: 120_000 });
    await cloud.control('timers', 'fire', { function: 'closing' });
  }
  await cloud.control('clock', 'real');
}

/** The same; answers where the period stands then. */
export async function closingSettles(room: FaultRoom, period = month) {
  await closingRuns(room);
  return (await periodNow(room, period))?.state;
}

/** On a busy machine a draft by hand stops in time, and takes some runs of the clock to be done. */
export async function drafted(room: FaultRoom, period = month): Promise<void> {
  await room.zhou.value('period.draft', await periodTarget(room, period));
  for (let run = 1; run <= 10; run += 1) {
    await closingRuns(room);
    if ((await periodNow(room, period))?.isComputing === false) return;
  }
  throw new Error(`${period} was not drafted after ten times some runs`);
}

/** Puts the period up in notice, where an act before has not left it so. */
export async function inNotice(room: FaultRoom, period = month): Promise<void> {
  if ((await periodNow(room, period))?.state === 'notice') return;
  await drafted(room, period);
  await room.zhou.value('period.publish', await periodTarget(room, period));
}

/** One run of closing that meets the failure, when no posting of before can still be under way. */
export const closingLater = (room: FaultRoom, period = month): Pick<Act, 'send' | 'settle'> => ({
  send: async () => {
    await room.cloud.control('clock', 'advance', { ms: 120_000 });
    await room.cloud.control('timers', 'fire', { function: 'closing' });
    return 'done';
  },
  settle: () => closingSettles(room, period),
});
