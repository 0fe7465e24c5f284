/** Founds the sample county over the gateway: units, people, duties, and the phones that are bound. */
import { leaveBootstrapCode } from './bootstrap';
import { newId, type Gateway } from './gateway';
import { personas, samplePeople, type SamplePerson } from './people';
import { media, offices, rooms, sectors, studios, townships } from './units';

export interface Directory {
  rootId: string;
  unitIds: Map<string, string>;
  people: SeededPerson[];
}

export interface SeededPerson extends SamplePerson {
  personId: string;
}

/** Calls under way at once: as many as keep two cores busy. */
const atOnce = 4;

/** What the stage calls its people. */
const roles: Record<string, string> = {
  [personas.lin]: '林示例（通讯员）',
  [personas.zhou]: '周示例（宣传办）',
  [personas.xu]: '徐示例（复审）',
  [personas.wu]: '吴示例（领导）',
  [personas.he]: '何示例（管理员）',
  [personas.sun]: '孙示例（宣传办）',
};

/** Answers undefined when the organ stands already. */
export async function seedDirectory(
  gateway: Gateway,
  { cloudBase, now, authorUnits }: { cloudBase: string; now: number; authorUnits: Set<string> },
): Promise<Directory | undefined> {
  for (const [openid, name] of Object.entries(roles)) {
    await gateway.control('identity', 'add', { openid, name });
  }
  const code = await leaveBootstrapCode(cloudBase, now);
  if (code === undefined) return undefined;
  const founded = await gateway.call<{
    person: { memberships: { unitId: string }[] };
  }>(personas.he, 'organ.found', {
    code,
    organ: { name: '示例县政协', kind: 'cppcc' },
    administratorName: '何示例',
  });
  const rootId = founded.person.memberships[0]?.unitId ?? '';
  const unitIds = await addUnits(gateway, rootId);
  const people = samplePeople().map((person) => ({ ...person, personId: newId() }));
  await inTurns(people, async (person, n) => {
    await addPerson(gateway, { person, rootId, unitIds, phone: String(13_900_000_000 + n) });
  });
  await inTurns(holdersOf(people, authorUnits), (person) => bind(gateway, person));
  return { rootId, unitIds, people };
}

/** The correspondent of a unit: the first one named. */
export function authorOf(people: SeededPerson[], unit: string): SeededPerson {
  const found = people.find(({ duty }) => duty?.duty === 'correspondent' && duty.unit === unit);
  if (!found?.openid) throw new Error(`nobody of the sample writes for ${unit}`);
  return found;
}

async function addUnits(gateway: Gateway, rootId: string): Promise<Map<string, string>> {
  const unitIds = new Map<string, string>();
  const units = [...offices, ...townships, ...sectors, ...studios, ...rooms, ...media];
  await inTurns(units, async (unit) => {
    const unitId = newId();
    unitIds.set(unit.name, unitId);
    await gateway.call(personas.he, 'unit.add', { unitId, ...unit, parentId: rootId });
  });
  return unitIds;
}

async function addPerson(
  gateway: Gateway,
  given: { person: SeededPerson; rootId: string; unitIds: Map<string, string>; phone: string },
): Promise<void> {
  const { person, rootId, unitIds, phone } = given;
  const { personId, name, standing, isHead, duty } = person;
  const unitId = unitIds.get(person.unit);
  const fields = { personId, name, standing, phone, unitId, isHead };
  await gateway.call(personas.he, 'person.add', fields);
  if (!duty) return;
  const scope = duty.unit === null ? rootId : unitIds.get(duty.unit);
  const grant = { personId, duty: duty.duty, stage: duty.stage, unitIds: [scope] };
  await gateway.call(personas.he, 'duty.grant', grant);
}

/** The stage's people and the authors of the sample stories; nobody else holds a phone yet. */
function holdersOf(people: SeededPerson[], authorUnits: Set<string>): SeededPerson[] {
  const onStage = people.filter(({ openid }) => openid !== undefined && openid in roles);
  const authors = [...authorUnits].map((unit) => authorOf(people, unit));
  return [...new Set([...onStage, ...authors])];
}

async function bind(gateway: Gateway, person: SeededPerson): Promise<void> {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const code = newId()
    .slice(0, 20)
    .replace(/./g, (digit) => letters[parseInt(digit, 16)] ?? '2');
  await gateway.call(personas.he, 'invite.make', { personId: person.personId, code });
  // Those without a phone are filtered out by `holdersOf`.
  await gateway.call(person.openid ?? '', 'invite.redeem', { code });
}

/** Runs `work` over all, a few at a time. */
async function inTurns<One>(all: One[], work: (one: One, n: number) => Promise<void>) {
  let next = 0;
  const run = async () => {
    for (let n = next++; n < all.length; n = next++) {
      // `n` is within the list, as the loop says.
      await work(all[n] as One, n);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}
