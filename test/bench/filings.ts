/** Filing with a photo through the gateway, by as many phones as file at once, beside its floor. */
import { createHash, randomBytes } from 'node:crypto';
import { newId, type Member } from '../support/county/county';
import { aContent, filing, upload, type Newsroom } from '../support/county/newsroom';
import { openFilingFloor } from './filing-floor';
import { measure, median, warmUpsOf, type Timing } from './measure';

const ROUNDS = 5;
const WARM_ROUNDS = 4;

export interface FilingCost {
  /** Filings a second, of the floor and through the gateway: medians of the rounds. */
  floorPerSecond: number;
  perSecond: number;
  /** The median of the rounds' ratios. */
  ratio: number;
}

/**
 * Each phone belongs to a unit of its own, as in a county; a filing is its upload and its call. Filings
 * and their floor are measured in turn, so that what else the machine does meets both alike.
 */
export async function measureFilings(
  room: Newsroom,
  { photoBytes, count, atOnce }: { photoBytes: number; count: number; atOnce: number },
): Promise<FilingCost> {
  // The platform says what it thinks of photos within half an hour; here it would be in the next filings' way.
  await room.cloud.control('wechat', 'media', { delayMs: 86_400_000 });
  const photo = randomBytes(photoBytes);
  const writers: Writer[] = [];
  for (let n = 0; n < atOnce; n += 1) writers.push(await aWriter(room, n, photo));
  // Each filing takes a phone that is free, as a person files one story after the other.
  const free = [...writers];
  // Made before they are timed, as the floor's is: taking and hashing a photo is the work of 16 phones.
  let shots: Shot[] = [];
  const fileOne = async () => {
    const writer = free.shift();
    const shot = shots.pop();
    if (!writer || !shot) throw new Error('as many phones and photos as filings are needed');
    const { unitId, phone } = writer;
    const content = aContent({ photos: [await anUpload(room, writer, shot)] });
    await phone.value('story.file', filing({ storyId: newId(), unitId, content }));
    free.push(writer);
  };
  const fileMany = (many: number) => {
    const length = warmUpsOf({ count: many, atOnce }) + many;
    shots = Array.from({ length }, () => aShot(photo));
    return measure(fileOne, { count: many, atOnce });
  };
  // An office at work: its instances are started and have their code compiled, as the floor's server has
  // after its first calls. What starting takes is the cold start's figure.
  for (let round = 0; round < WARM_ROUNDS; round += 1) await fileMany(count);
  const floor = await openFilingFloor(photo);
  const rounds: { own: Timing; floor: Timing }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      own: await fileMany(count),
      floor: await measure(floor.take, { count, atOnce }),
    });
  }
  await floor.stop();
  return {
    floorPerSecond: median(rounds.map((one) => one.floor.opsPerSecond)),
    perSecond: median(rounds.map((one) => one.own.opsPerSecond)),
    ratio: median(rounds.map((one) => one.own.opsPerSecond / one.floor.opsPerSecond)),
  };
}

interface Writer {
  phone: Member;
  unitId: string;
  /** What the phone's camera fills: new bytes each time would be collected beside what is measured. */
  photo: Uint8Array<ArrayBuffer>;
}

async function aWriter(room: Newsroom, n: number, photo: Buffer): Promise<Writer> {
  const unitId = newId();
  const unit = { name: `第${n}联工委`, kind: 'township_office' as const, quotaClass: null };
  await room.he.value('unit.add', { unitId, ...unit, parentId: room.rootId });
  const phone = await room.member(`通示例${n}`);
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [unitId] };
  await room.he.value('duty.grant', { personId: phone.personId, ...duty });
  return { phone, unitId, photo: new Uint8Array(photo) };
}

/** What makes a photo another one: its first bytes, which begin as a JPEG's do. */
interface Shot {
  head: Buffer;
  sha256: string;
}

function aShot(photo: Buffer): Shot {
  const head = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(16)]);
  const rest = photo.subarray(head.length);
  return { head, sha256: createHash('sha256').update(head).update(rest).digest('hex') };
}

async function anUpload(room: Newsroom, { phone, photo }: Writer, { head, sha256 }: Shot) {
  photo.set(head);
  await upload(room, phone, { name: `${sha256}.jpg`, bytes: photo });
  const shown = { width: 1600, height: 1200, caption: '现场', credit: '' };
  return { sha256, bytes: photo.length, ext: 'jpg' as const, ...shown };
}
