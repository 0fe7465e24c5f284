/** The acts of the main job, each ready to be done once and again. */
import { newId, newInviteCode } from '../county/county';
import { deskActs } from './fault-acts-desk';
import { officeActs } from './fault-acts-office';
import { storyActs } from './fault-acts-story';
import {
  aFact,
  closingSettles,
  command,
  delivering,
  undoMove,
  inNotice,
  officeOpens,
  periodTarget,
  relaySettles,
  reviewerOpens,
} from './fault-room';
import type { FaultRoom, Prepare } from './fault-room';
import { rest } from './faults';
import { aContent, filing, uploadPhoto, type StoryView } from '../county/newsroom';
import { aReport, facts } from '../county/printing';

const at = ({ id, version }: StoryView) => ({ storyId: id, version });
const words = (story: StoryView) => ({ ...at(story), note: '数字有误' });
const approving = (story: StoryView, isCleared = false) => ({ ...at(story), note: '', isCleared });

const file: Prepare = async (room) => {
  const storyId = newId();
  const photo = await uploadPhoto(room, room.lin, storyId);
  const content = aContent({ photos: [photo] });
  const input = filing({ storyId, unitId: room.townshipId, content });
  const act = command(room.lin, 'story.file', input);
  const ready = () => undoMove(room, `stories/${storyId}`, photo);
  return { ...act, ready, settle: () => reviewerOpens(room, storyId) };
};

const approve: Prepare = async (room) =>
  command(room.zhou, 'story.approve', approving(await room.aStory()));

const approveSecond: Prepare = async (room) => {
  const { story } = await room.zhou.value('story.approve', approving(await room.aStory()));
  return command(room.xu, 'story.approve', approving(story));
};

const signOff: Prepare = async (room) => {
  const first = await room.zhou.value('story.approve', approving(await room.aStory()));
  const second = await room.xu.value('story.approve', approving(first.story));
  const act = command(room.wu, 'story.approve', approving(second.story, true));
  return { ...act, ...delivering(room) };
};

/** Signed off and delivered. */
async function aDelivered(room: FaultRoom): Promise<StoryView> {
  const story = await room.signOff();
  // Who signs off does not wait for relay longer than a moment.
  await room.tick();
  return story;
}

const correct: Prepare = async (room) => {
  const story = await aDelivered(room);
  const content = aContent({ headline: '改过的标题' });
  const act = command(room.zhou, 'story.correct', { ...words(story), content });
  const settle = async () => [await relaySettles(room), await officeOpens(room, story.id)];
  return { ...act, ...delivering(room), settle };
};

const kill: Prepare = async (room) => {
  const act = command(room.zhou, 'story.kill', words(await aDelivered(room)));
  return { ...act, ...delivering(room) };
};

const giveBack: Prepare = async (room) =>
  command(room.zhou, 'story.return', { ...words(await room.aStory()), passages: [] });

const refile: Prepare = async (room) => {
  const story = await room.aStory();
  const returned = await room.zhou.value('story.return', { ...words(story), passages: [] });
  const photo = await uploadPhoto(room, room.lin, newId());
  const content = aContent({ headline: '改过的标题', photos: [photo] });
  const input = { ...at(returned.story), content, isCleared: true as const };
  const act = command(room.lin, 'story.refile', input);
  const ready = () => undoMove(room, `stories/${story.id}`, photo);
  return { ...act, ready, settle: () => reviewerOpens(room, story.id) };
};

/** A message that the center did not take is due again, and relay's next run meets the failure. */
const deliver: Prepare = async (room) => {
  room.center.mood = 'fail';
  const { id: storyId } = await room.signOff();
  // Relay was woken up, and may be slower than who woke it is patient.
  await rest(room);
  room.center.mood = 'receive';
  // Not by the clock, whose moving would make the timer run relay before the failure is set.
  const messages = room.cloud.sdk().database().collection('outbox_messages');
  await messages.where({ storyId }).update({ nextAttemptAt: 1 });
  return { ...delivering(room), send: () => room.tick().then(() => 'done') };
};

const answer: Prepare = async (room) => {
  const { id: storyId } = await aDelivered(room);
  const id = newId();
  const body = {
    ...{ kind: 'published', uri: `urn:xiangxun:organ:story:${storyId}`, version: 1 },
    ...{ at: '2026-11-22T08:00:00Z', outlet: '示例县报', url: `https://news.example/${id}` },
    ...{ headline: '老街路灯亮了', printedAt: '2026-11-22T00:30:00+08:00' },
  };
  const send = async () => {
    const { status } = await room.answer(body, { id });
    // A center that has not heard sends again, and is told that it was taken already.
    if (status !== 200 && status !== 409) throw new Error(`answered ${status}`);
    return 'taken';
  };
  return { send };
};

const bylines = (room: FaultRoom) => [
  { personId: room.lin.personId, name: '林示例', part: 'text' as const },
];

const report: Prepare = async (room) => {
  const story = await room.aStory({ bylines: bylines(room) });
  return command(room.lin, 'adoption.report', aReport(story.id, room.outlets.city));
};

const verify: Prepare = async (room) => {
  const story = await room.aStory({ bylines: bylines(room) });
  const adoptionId = await room.report(story, 'city');
  const settled = { adoptionId, version: 1, note: '', ...facts(room.outlets.city) };
  return command(room.zhou, 'adoption.verify', settled);
};

const withdraw: Prepare = async (room) => {
  const { adoptionId } = await room.aPrinted('city');
  return command(room.zhou, 'adoption.withdraw', { adoptionId, version: 2, note: '登记错了' });
};

async function anEntry(room: FaultRoom): Promise<string> {
  const { story } = await room.aPrinted('city');
  const listed = await room.lin.value('entry.list', {
    ...{ owner: null, book: null, period: 'all', after: null },
  });
  const found = listed.entries.find(
    ({ storyId, book }) => storyId === story.id && book === 'points',
  );
  if (!found) throw new Error('what was printed has an entry');
  return found.id;
}

const appeal: Prepare = async (room) =>
  command(room.lin, 'entry.appeal', { entryId: await anEntry(room), text: '两人合写' });

const uphold: Prepare = async (room) => {
  const entryId = await anEntry(room);
  await room.lin.value('entry.appeal', { entryId, text: '两人合写' });
  const given = { appealId: entryId, version: 1, isUpheld: true, words: '已核实' };
  return command(room.zhou, 'appeal.answer', given);
};

const adjust: Prepare = async (room) => {
  const adjustmentId = newId();
  await room.zhou.value('adjustment.propose', {
    ...{ adjustmentId, owner: { kind: 'person', id: room.lin.personId }, book: 'points' },
    ...{ amount: 500, occurredOn: '2026-11-20', reason: '漏登一篇' },
  });
  return command(room.wu, 'adjustment.approve', { adjustmentId, version: 1, note: '' });
};

const makeCode: Prepare = async (room) =>
  command(room.he, 'code.make', {
    ...{ kind: 'unit', targetId: room.townshipId, title: null, expiresAt: null },
  });

const redeem: Prepare = async (room) => {
  const personId = newId();
  const fields = { name: '未示例', standing: 'staff' as const, phone: null, isHead: false };
  await room.he.value('person.add', { personId, ...fields, unitId: room.rootId });
  const code = newInviteCode();
  await room.he.value('invite.make', { personId, code });
  return command(room.phone(`o-${personId.slice(0, 20)}`), 'invite.redeem', { code });
};

const open: Prepare = async (room) => command(room.lin, 'session.open', {});

const claim: Prepare = async (room) => {
  const { id: storyId } = await room.aStory();
  return command(room.zhou, 'story.claim', { storyId });
};

const withdrawStory: Prepare = async (room) =>
  command(room.lin, 'story.withdraw', words(await room.aStory()));

const edit: Prepare = async (room) => {
  const content = aContent({ headline: '改过的标题' });
  return command(room.zhou, 'story.edit', { ...words(await room.aStory()), content });
};

const correctPrinting: Prepare = async (room) => {
  const { adoptionId } = await room.aPrinted('city');
  const settled = { adoptionId, version: 2, note: '应为省级', ...facts(room.outlets.provincial) };
  return command(room.zhou, 'adoption.correct', settled);
};

const register: Prepare = async (room) => command(room.zhou, 'fact.register', aFact(room));

/** The month that a person asks for is worked out by the runs of closing. */
const draftPeriod: Prepare = async (room) => {
  const act = command(room.zhou, 'period.draft', await periodTarget(room));
  return { ...act, settle: () => closingSettles(room) };
};

const closePeriod: Prepare = async (room) => {
  await inNotice(room);
  const act = command(room.zhou, 'period.close', await periodTarget(room));
  return { ...act, settle: () => closingSettles(room) };
};

/** The acts of the main job, by what they are called in reports. */
export const mainActs: Record<string, Prepare> = {
  'session.open': open,
  'invite.redeem': redeem,
  'code.make': makeCode,
  'story.file': file,
  'story.return': giveBack,
  'story.refile': refile,
  'story.approve': approve,
  'story.approve at the second stage': approveSecond,
  'story.approve that signs off': signOff,
  'story.correct': correct,
  'story.kill': kill,
  'relay delivering': deliver,
  "a center's answer": answer,
  'adoption.report': report,
  'adoption.verify': verify,
  'adoption.withdraw': withdraw,
  'entry.appeal': appeal,
  'appeal.answer': uphold,
  'adjustment.approve': adjust,
  'story.claim': claim,
  'story.withdraw': withdrawStory,
  'story.edit': edit,
  'adoption.correct': correctPrinting,
  'fact.register': register,
  'period.draft': draftPeriod,
  'period.close': closePeriod,
};

export const acts: Record<string, Prepare> = {
  ...{ ...mainActs, ...storyActs },
  ...{ ...deskActs, ...officeActs },
};
