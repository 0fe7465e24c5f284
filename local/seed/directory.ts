/** Founds the sample county over the gateway: units, people, duties, and the phones that are bound. */
import { leaveBootstrapCode } from './bootstrap';
import { inTurns, newId, type Gateway } from './gateway';
import { personas, samplePeople, type SamplePerson } from './people';
import { importRoster } from './roster';
import type { Step } from './timeline';
import { media, offices, rooms, sectors, studios, townships } from './units';

export interface Directory {
  unitIds: Map<string, string>;
  people: SeededPerson[];
}

export interface SeededPerson extends SamplePerson {
  personId: string;
}

/** What the stage calls its people; its first windows are theirs, in this order. */
const roles: Record<string, string> = {
  [personas.lin]: '林示例（通讯员）',
  [personas.zhou]: '周示例（宣传办）',
  [personas.qin]: '秦示例（委员）',
  [personas.xu]: '徐示例（复审）',
  [personas.wu]: '吴示例（领导）',
  [personas.he]: '何示例（管理员）',
  [personas.sun]: '孙示例（宣传办）',
};

/** Between taking up the phone and the first story. */
const noticeHours = 31;

/** Answers false, and founds nothing, when the organ stands already. */
export async function foundOrgan(
  gateway: Gateway,
  { cloudBase, now }: { cloudBase: string; now: number },
): Promise<boolean> {
  // One after the other: the stage shows them in this order.
  for (const [openid, name] of Object.entries(roles)) {
    await gateway.control('identity', 'add', { openid, name });
  }
  const code = await leaveBootstrapCode(cloudBase, now);
  if (code === undefined) return false;
  await gateway.call(personas.he, 'organ.found', {
    code,
    organ: { name: '示例县政协', kind: 'cppcc' },
    administratorName: '何示例',
  });
  return true;
}

/** Units and people, and the phones of those on the stage and of who writes first; the others join in time. */
export async function seedDirectory(gateway: Gateway, stories: Filed[]): Promise<Directory> {
  const units = [...offices, ...townships, ...sectors, ...studios, ...rooms, ...media];
  const sample = samplePeople();
  await importRoster(gateway, { units, people: sample });
  const [unitIds, personIds] = await Promise.all([readUnits(gateway), readPeople(gateway)]);
  // Everybody was imported just now; each has a name of their own.
  const people = sample.map((one) => ({ ...one, personId: personIds.get(one.name) ?? '' }));
  const onStage = people.filter(({ openid }) => openid !== undefined && openid in roles);
  const first = writersOf(stories, people).filter(({ joinedHoursAgo }) => joinedHoursAgo === null);
  await inTurns([...onStage, ...first.map(({ author }) => author)], (one) => bind(gateway, one));
  return { unitIds, people };
}

/** The other writers of these stories take up their phones, each some time before the first of them. */
export function joiningSteps(
  { gateway, directory }: { gateway: Gateway; directory: Directory },
  stories: Filed[],
): Step[] {
  return writersOf(stories, directory.people).flatMap(({ author, joinedHoursAgo }): Step[] => {
    if (joinedHoursAgo === null) return [];
    const about = `phone of ${author.unit}`;
    return [{ hoursAgo: joinedHoursAgo, about, run: () => bind(gateway, author) }];
  });
}

interface Filed {
  unit: string;
  filedHoursAgo: number;
}

/** Who writes them and is not on the stage; null: joined before all of them. */
function writersOf(stories: Filed[], people: SeededPerson[]) {
  const filings = stories.map(({ filedHoursAgo }) => filedHoursAgo);
  return [...new Set(stories.map(({ unit }) => unit))].flatMap((unit) => {
    const author = authorOf(people, unit);
    if (author.openid in roles) return [];
    const own = stories.filter((one) => one.unit === unit).map((one) => one.filedHoursAgo);
    const longBefore = filings.filter((hoursAgo) => hoursAgo > Math.max(...own) + noticeHours);
    return [{ author, joinedHoursAgo: longBefore.length > 0 ? Math.min(...longBefore) : null }];
  });
}

/** The correspondent of a unit: the first one named. */
export function authorOf(people: SeededPerson[], unit: string): SeededPerson & { openid: string } {
  const found = people.find(({ duty }) => duty?.duty === 'correspondent' && duty.unit === unit);
  if (!found?.openid) throw new Error(`nobody of the sample writes for ${unit}`);
  return { ...found, openid: found.openid };
}

async function readUnits({ call }: Gateway): Promise<Map<string, string>> {
  const { units } = await call<{ units: { id: string; name: string }[] }>(
    personas.he,
    'unit.list',
    {},
  );
  return new Map(units.map(({ id, name }) => [name, id]));
}

interface PeoplePage {
  people: { id: string; name: string }[];
  after: string | null;
}

async function readPeople({ call }: Gateway): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let after: string | null = null;
  do {
    const asked: object = { unitId: null, name: null, after };
    const page: PeoplePage = await call<PeoplePage>(personas.he, 'person.list', asked);
    for (const { id, name } of page.people) ids.set(name, id);
    after = page.after;
  } while (after !== null);
  return ids;
}

async function bind(gateway: Gateway, person: SeededPerson): Promise<void> {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const code = newId()
    .slice(0, 20)
    .replace(/./g, (digit) => letters[parseInt(digit, 16)] ?? '2');
  await gateway.call(personas.he, 'invite.make', { personId: person.personId, code });
  // Only those with a phone are bound.
  await gateway.call(person.openid ?? '', 'invite.redeem', { code });
}
