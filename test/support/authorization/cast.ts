/**
 * The cast of the authorization matrix: every duty over the unit of the story and over another, and a
 * visitor; and stories in any situation, one a cell, cloned from one that was really filed.
 */
import type { AdoptionState } from '../../../cloudfunctions/domain/adoption/adoption';
import { beginPrinting } from '../../../cloudfunctions/domain/adoption/report-printing';
import { workOfStory } from '../../../cloudfunctions/domain/adoption/work';
import type { Stage, Story } from '../../../cloudfunctions/domain/story/story';
import { queueKeysOf } from '../../../cloudfunctions/domain/story/move';
import { planMessages } from '../../../cloudfunctions/domain/syndication/plan-messages';
import { aReport } from '../domain/a-report';
import { newId, newInviteCode, type Member, type Phone } from '../county/county';
import { startNewsroom, type Newsroom } from '../county/newsroom';

export const duties = [
  ...['nobody', 'correspondent', 'head', 'reviewer', 'office', 'leader', 'administrator'],
] as const;
export const scopes = ['own', 'other'] as const;
/** Whose story it is: somebody else's, filed by oneself, or with oneself in the byline. */
export const ties = ['none', 'author', 'byline'] as const;

/** One column of the matrix. */
export interface Column {
  /** `visitor`, or `<duty>.<scope>.<tie>`. */
  name: string;
  phone: Phone;
  personId: string | undefined;
  tie: (typeof ties)[number];
}

export interface Cast extends Newsroom {
  otherUnitId: string;
  columns: Column[];
  /** A number as only administrators see it whole: every member of the cast has it. */
  phoneNumber: string;
}

const phoneNumber = '13912345678';

/** Starts a newsroom with the whole cast. */
export async function startCast(): Promise<Cast> {
  const room = await startNewsroom();
  const otherUnitId = newId();
  const other = { name: '河口镇联工委', kind: 'township_office' as const, quotaClass: null };
  await room.he.value('unit.add', { unitId: otherUnitId, ...other, parentId: room.rootId });
  const people: { name: string; member: Member }[] = [];
  // One after the other: grants of the administrator's duty meet on the organ's record.
  for (const duty of duties) {
    for (const scope of scopes) {
      const unitId = scope === 'own' ? room.townshipId : otherUnitId;
      people.push({ name: `${duty}.${scope}`, member: await castMember(room, { duty, unitId }) });
    }
  }
  const columns = people.flatMap(({ name, member }) =>
    ties.map((tie) => ({
      name: `${name}.${tie}`,
      ...{ phone: member, personId: member.personId, tie },
    })),
  );
  const visitor = room.phone('o-visitor-of-matrix');
  const nobody = { name: 'visitor', phone: visitor, personId: undefined, tie: 'none' as const };
  return { ...room, otherUnitId, phoneNumber, columns: [nobody, ...columns] };
}

const granted = {
  correspondent: { duty: 'correspondent', stage: null },
  reviewer: { duty: 'reviewer', stage: 2 },
  office: { duty: 'publicity_office', stage: null },
  leader: { duty: 'leader', stage: null },
  administrator: { duty: 'administrator', stage: null },
} as const;

async function castMember(
  { he, phone }: Newsroom,
  { duty, unitId }: { duty: (typeof duties)[number]; unitId: string },
): Promise<Member> {
  const personId = newId();
  const fields = { name: '群示例', standing: 'staff' as const, phone: phoneNumber, unitId };
  await he.value('person.add', { personId, ...fields, isHead: duty === 'head' });
  if (duty !== 'nobody' && duty !== 'head') {
    await he.value('duty.grant', { personId, ...granted[duty], unitIds: [unitId] });
  }
  const code = newInviteCode();
  await he.value('invite.make', { personId, code });
  const own = phone(`o-cast-${personId.slice(0, 16)}`);
  await own.value('invite.redeem', { code });
  return { ...own, personId };
}

/** Where a cell's story stands. */
export type Situation = (story: Story) => Partial<Story>;

const at = (stageIndex: number) => ({ state: 'in_review' as const, stageIndex });
const headStage = (story: Story): Stage[] =>
  story.chain.map((stage, index) => (index === 0 ? { ...stage, duty: 'unit_head' } : stage));

export const situations = {
  first: () => at(0),
  second: () => at(1),
  last: () => at(2),
  escalated: () => ({ ...at(2), isEscalated: true }),
  unitHead: (story) => ({ ...at(0), chain: headStage(story) }),
  returned: () => ({ state: 'returned' }),
  held: () => ({ ...at(0), state: 'held' }),
  signedOff: () => ({ state: 'signed_off', stageIndex: null }),
  tip: () => ({ state: 'filed', kind: 'tip', chain: [], stageIndex: null }),
} satisfies Record<string, Situation>;

/** A story of this situation for each of these columns, and the ids in their order. */
export async function storiesFor(
  cast: Cast,
  { of, situation, columns }: { of: string; situation: Situation; columns: Column[] },
): Promise<string[]> {
  const database = cast.cloud.sdk().database();
  const read = async (collection: string, where: object) =>
    (await database.collection(collection).where(where).get()).data as { _id: string }[];
  const [story] = (await read('stories', { _id: of })) as unknown as Story[];
  if (!story) throw new Error('the story to clone is there');
  const [revisions, events] = await Promise.all([
    read('revisions', { storyId: of }),
    read('story_events', { storyId: of }),
  ]);
  const ids = columns.map(() => newId());
  const clones = columns.map((column, n): Story => {
    // A number is one story's alone.
    const own = { _id: ids[n] ?? '', number: `${story.number}-${ids[n]}` };
    const clone = { ...story, ...situation(story), ...tied(story, column), ...own };
    return { ...clone, queueKeys: queueKeysOf(clone) };
  });
  const moved = (documents: { _id: string }[]) =>
    ids.flatMap((id) =>
      documents.map((one) => ({ ...one, _id: one._id.replace(of, id), storyId: id })),
    );
  await database.collection('revisions').add(moved(revisions));
  await database.collection('story_events').add(moved(events));
  await database.collection('stories').add(clones);
  return ids;
}

/** For each of these stories what an export channel holds of it, under the story's own id. */
export async function messagesFor(cast: Cast, ids: string[]): Promise<void> {
  const database = cast.cloud.sdk().database();
  const where = { _id: database.command.in(ids) };
  const found = await database.collection('stories').where(where).limit(100).get();
  const event = { kind: 'story_signed_off' as const, at: 1, note: '' };
  const channel = { name: '导出', kind: 'export' as const, columns: [], isInternal: false };
  const messages = (found.data as Story[]).flatMap((story) =>
    planMessages({
      ...{ story, event: { ...event, _id: story._id }, messages: [] },
      channels: [{ ...channel, _id: 'export', kinds: [story.kind] }],
    }),
  );
  await database.collection('outbox_messages').add(messages);
}

/** A printing of each of these stories, under the story's own id. */
export async function printingsFor(
  cast: Cast,
  { ids, state }: { ids: string[]; state: AdoptionState },
): Promise<void> {
  const database = cast.cloud.sdk().database();
  const where = { _id: database.command.in(ids) };
  const found = await database.collection('stories').where(where).limit(100).get();
  const printings = (found.data as Story[]).map((story) => {
    const work = workOfStory(story, { bylines: [] });
    const report = aReport({ work, unitPath: story.unitPath, peopleIds: story.peopleIds });
    const { adoption } = beginPrinting({ ...report, isTrusted: state === 'verified' });
    return { ...adoption, _id: story._id, state };
  });
  await database.collection('adoptions').add(printings);
}

function tied(story: Story, { personId, tie }: Column): Partial<Story> {
  if (personId === undefined || tie === 'none') return {};
  if (tie === 'author') return { authorId: personId, peopleIds: [personId] };
  return { peopleIds: [...story.peopleIds, personId] };
}
