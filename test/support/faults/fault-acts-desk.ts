/** Acts of administration, of export and of the clock, each ready to be done once and again. */
import { unzipSync } from 'fflate';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import type { Story } from '../../../cloudfunctions/domain/story/story';
import { newId, newInviteCode, type Member } from '../county/county';
import { closingLater, closingRuns, command, inNotice, periodTarget } from './fault-room';
import type { Act, FaultRoom, Prepare } from './fault-room';
import { stored } from '../county/ledger-room';
import { aContent, filing, uploadPhoto } from '../county/newsroom';
import { openingOf } from '../county/opening';
import { rosterOf, uploadRoster } from '../county/roster';

const staffFields = { standing: 'staff' as const, phone: null };
const secondReview = { duty: 'reviewer' as const, stage: 2 };

const addUnit: Prepare = async (room) =>
  command(room.he, 'unit.add', {
    ...{ unitId: newId(), name: '北街议事室', kind: 'room' as const, quotaClass: null },
    parentId: room.townshipId,
  });

const addPerson: Prepare = async (room) =>
  command(room.he, 'person.add', {
    ...{ personId: newId(), name: '新示例', ...staffFields, unitId: room.rootId, isHead: false },
  });

const invite: Prepare = async (room) =>
  command(room.he, 'invite.make', { personId: room.lin.personId, code: newInviteCode() });

const grant: Prepare = async (room) => {
  const { personId } = await room.member('孙示例');
  const duty = { duty: 'media_editor' as const, stage: null, unitIds: [room.rootId] };
  return command(room.he, 'duty.grant', { personId, ...duty });
};

/** A reviewer of 复审 with a story claimed there; whoever else had that duty has it no longer. */
async function aReviewer(room: FaultRoom): Promise<{ reviewer: Member; storyId: string }> {
  const reviewer = await room.member('钱示例');
  const units = { unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: reviewer.personId, ...secondReview, ...units });
  const { id: storyId, version } = await room.aStory();
  await room.zhou.value('story.approve', { storyId, version, note: '', isCleared: false });
  await reviewer.value('story.claim', { storyId });
  return { reviewer, storyId };
}

/** Nobody claims a story of theirs any more, whichever run of closing it took. */
const claimEnds = (room: FaultRoom, storyId: string) => async () => {
  await closingRuns(room);
  const { claim, timeline } = await room.show(room.he, storyId);
  return { claim, kinds: timeline.map(({ kind }) => kind) };
};

const endDuty: Prepare = async (room) => {
  const { reviewer, storyId } = await aReviewer(room);
  const act = command(room.he, 'duty.end', { personId: reviewer.personId, ...secondReview });
  return { ...act, settle: claimEnds(room, storyId) };
};

const leave: Prepare = async (room) => {
  const { reviewer, storyId } = await aReviewer(room);
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [room.townshipId] };
  await room.he.value('duty.grant', { personId: reviewer.personId, ...duty });
  for (let n = 1; n <= 2; n += 1) {
    const story = filing({ storyId: newId(), unitId: room.townshipId, content: aContent() });
    await reviewer.value('story.file', story);
  }
  const leaving = { personId: reviewer.personId, successorId: room.lin.personId };
  return { ...command(room.he, 'person.leave', leaving), settle: claimEnds(room, storyId) };
};

const importRoster: Prepare = async (room) => {
  const units = [['南街议事室', '议事室', '城关镇联工委', '']];
  const people = [['赵示例', '南街议事室', '委员', '', '', '', '']];
  const bytes = await rosterOf({ units, people });
  return command(room.he, 'roster.import', { file: await uploadRoster(room, room.he, bytes) });
};

const openingFile = async (room: FaultRoom, cells: Parameters<typeof openingOf>[0]) => ({
  file: await uploadRoster(room, room.he, await openingOf(cells)),
});

const importBalance: Prepare = async (room) => {
  const balance = { 姓名或单位: '林示例', 年度: '2026', 截至日期: '2026-02-28', 数额: 125.5 };
  const input = await openingFile(room, { balances: [balance] });
  return command(room.he, 'opening.import', input);
};

const importPrinting: Prepare = async (room) => {
  const printing = {
    ...{ 刊发日期: '2026-03-05', 刊发媒体: '示例县报', 标题: newId(), 作者: '林示例' },
    报送单位: '城关镇联工委',
  };
  const input = await openingFile(room, { printings: [printing] });
  return command(room.he, 'opening.import', input);
};

const addOutlet: Prepare = async (room) =>
  command(room.he, 'outlet.add', {
    ...{ outletId: newId(), name: '示例晚报', aliases: ['晚报'], channelIds: [] },
    ...{ level: 'city', outletClass: 'paper', group: null, since: '2026-01-01' },
  });

const changeOutlet: Prepare = async (room) =>
  command(room.he, 'outlet.change', {
    ...{ outletId: room.outlets.city, version: 1, name: '示例都市报', aliases: [] },
    ...{ channelIds: [], isClosed: false, term: null },
  });

const draftRulebook = async (room: FaultRoom): Promise<{ draftVersion: number }> => {
  const [draft] = await stored<{ version: number }>(room, 'rulebook_drafts');
  const { name, books, rules, periodRules } = presets.county;
  const rulebook = { name, effectiveFrom: '2099-01-01', books, rules, periodRules };
  return room.zhou.value('rulebook.draft', { draftVersion: draft?.version ?? 0, rulebook });
};

const enact: Prepare = async (room) =>
  command(room.zhou, 'rulebook.enact', await draftRulebook(room));

const revoke: Prepare = async (room) => {
  const made = { kind: 'unit' as const, targetId: room.townshipId, title: null, expiresAt: null };
  const { code } = await room.he.value('code.make', made);
  return command(room.he, 'code.revoke', { token: code.token });
};

/** The package's parts, as whoever asked again unpacks them. */
const exportStory: Prepare = async (room) => {
  const byHand = { endpoint: null, secret: null, kinds: ['feature' as const] };
  const channelId = await room.addChannel({ ...byHand, kind: 'export' });
  const photo = await uploadPhoto(room, room.lin, newId());
  const body = '协商'.repeat(400);
  const { id } = await room.signOff({ kind: 'feature', body, photos: [photo] });
  const message = (await room.messagesOf(id)).find((one) => one.channelId === channelId);
  const send = async () => {
    const input = { messageId: message?._id ?? '' };
    const { zip } = await room.zhou.value('message.export', input);
    const bytes = await (await fetch(zip.url)).arrayBuffer();
    const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
    return parts.map(([name, { length }]) => (name.endsWith('.jpg') ? [name, length] : name));
  };
  return { send };
};

/** One run of closing that meets the failure, and the next. */
const closing = (room: FaultRoom): Pick<Act, 'send'> => ({
  send: async () => {
    await room.cloud.control('timers', 'fire', { function: 'closing' });
    return 'done';
  },
});

/** What the clock is to do is there from the moment on that a try begins, or its own run would be first. */
const stories = ({ cloud }: FaultRoom) => cloud.sdk().database().collection('stories');

const escalate: Prepare = async (room) => {
  const { id } = await room.aStory();
  const ready = () => stories(room).where({ _id: id }).update({ dueAt: 1, alarmAt: 1 });
  return { ...closing(room), ready, settle: () => closingRuns(room) };
};

const endEmbargo: Prepare = async (room) => {
  const { id: storyId, version, updatedAt } = await room.aStory();
  const held = { storyId, version, note: '会议前不发', until: updatedAt + 86_400_000 };
  await room.zhou.value('story.hold', held);
  const ready = () => stories(room).where({ _id: storyId }).update({ embargoUntil: 1, alarmAt: 1 });
  return { ...closing(room), ready, settle: () => closingRuns(room) };
};

const free: Prepare = async (room) => {
  const { reviewer, storyId } = await aReviewer(room);
  const [before] = (await stored<Story>(room, 'stories')).filter(({ _id }) => _id === storyId);
  await room.he.value('duty.end', { personId: reviewer.personId, ...secondReview });
  // As they were before, and nobody has gone through them yet.
  const copies = ['one', 'two'].map((name) => ({ ...before, _id: `${storyId}-${name}` }));
  const freeing = {
    ...{ _id: `${reviewer.personId}:again`, personId: reviewer.personId, after: '', version: 1 },
    ...{ keys: before?.queueKeys ?? [], by: { _id: 'he', name: '何示例' } },
  };
  const ready = async () => {
    await stories(room).add(copies.map((copy) => ({ ...copy, number: copy._id })));
    await room.cloud.sdk().database().collection('freeings').add(freeing);
  };
  return { ...closing(room), ready, settle: () => closingRuns(room) };
};

const computeMonth: Prepare = async (room) => {
  const target = await periodTarget(room);
  return { ...closingLater(room), ready: () => room.zhou.value('period.draft', target) };
};

const closeMonth: Prepare = async (room) => {
  await inNotice(room);
  const target = await periodTarget(room);
  return { ...closingLater(room), ready: () => room.zhou.value('period.close', target) };
};

export const deskActs: Record<string, Prepare> = {
  'unit.add': addUnit,
  'person.add': addPerson,
  'invite.make': invite,
  'duty.grant': grant,
  'duty.end': endDuty,
  'person.leave': leave,
  'roster.import': importRoster,
  'opening.import of a balance': importBalance,
  'opening.import of a printing': importPrinting,
  'outlet.add': addOutlet,
  'outlet.change': changeOutlet,
  'rulebook.enact': enact,
  'code.revoke': revoke,
  'message.export': exportStory,
  'closing escalating': escalate,
  'closing ending an embargo': endEmbargo,
  'closing freeing': free,
  'closing computing a month': computeMonth,
  'closing closing a month': closeMonth,
};
