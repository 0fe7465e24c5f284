/** The acts on stories and printings that fault-acts has not, each ready to be done once and again. */
import { aDraft } from '../authorization/authorization-inputs';
import { newId } from '../county/county';
import { aFact, command } from './fault-room';
import type { FaultRoom, Prepare } from './fault-room';
import { byLevel } from '../county/ledger-room';
import { aContent, type StoryView } from '../county/newsroom';
import { aReport, facts } from '../county/printing';

const at = ({ id, version }: StoryView) => ({ storyId: id, version, note: '说明' });

const release: Prepare = async (room) => {
  const { id: storyId } = await room.aStory();
  await room.zhou.value('story.claim', { storyId });
  return command(room.zhou, 'story.release', { storyId });
};

const hold: Prepare = async (room) =>
  command(room.zhou, 'story.hold', { ...at(await room.aStory()), until: null });

const resume: Prepare = async (room) => {
  const held = { ...at(await room.aStory()), until: null };
  const { story } = await room.zhou.value('story.hold', held);
  return command(room.zhou, 'story.resume', at(story));
};

const hurry: Prepare = async (room) => command(room.zhou, 'story.hurry', at(await room.aStory()));
const spike: Prepare = async (room) => command(room.zhou, 'story.spike', at(await room.aStory()));

const pass: Prepare = async (room) => {
  const { personId: toId } = await room.member('李示例');
  const duty = { duty: 'publicity_office' as const, stage: null, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: toId, ...duty });
  return command(room.zhou, 'story.pass', { ...at(await room.aStory()), toId });
};

const assign: Prepare = async (room) => {
  const tip = await room.aStory(aContent({ kind: 'tip' }));
  return command(room.zhou, 'story.assign', { ...at(tip), toId: room.lin.personId });
};

const merge: Prepare = async (room) => {
  const { id: intoId } = await room.aStory();
  return command(room.zhou, 'story.merge', { ...at(await room.aStory()), intoId });
};

const keepDraft: Prepare = async (room) =>
  command(room.lin, 'draft.keep', { draftId: newId(), version: 1, draft: aDraft('半成稿') });

const dropDraft: Prepare = async (room) => {
  const draftId = newId();
  await room.lin.value('draft.keep', { draftId, version: 1, draft: aDraft('半成稿') });
  return command(room.lin, 'draft.drop', { draftId });
};

const evidence = { url: 'https://example.cn/1', clipping: null, note: '' };

const registerPrinting: Prepare = async (room) => {
  const { id: storyId } = await room.aStory();
  const printed = { ...facts(room.outlets.city), ...evidence, apart: null };
  return command(room.zhou, 'adoption.register', { work: { storyId }, ...printed });
};

async function aReported(room: FaultRoom): Promise<string> {
  const input = aReport((await room.aStory()).id, room.outlets.city);
  return (await room.lin.value('adoption.report', input)).adoptionId;
}

const reject: Prepare = async (room) => {
  const adoptionId = await aReported(room);
  return command(room.zhou, 'adoption.reject', { adoptionId, version: 1, note: '没有刊发' });
};

const takeMetric: Prepare = async (room) => {
  const { adoptionId } = await room.aPrinted('city');
  const seen = { reads: 100, forwards: null, clipping: null };
  return command(room.zhou, 'metric.take', { adoptionId, ...seen });
};

/** The rule leaves it to the author, from here on and for whatever comes after. */
const choose: Prepare = async (room) => {
  const rules = byLevel.rules.map((rule) => ({ ...rule, choice: { kind: 'author' as const } }));
  const rulebooks = room.cloud.sdk().database().collection('rulebooks');
  await rulebooks.add({ _id: 'office:9', ...byLevel, version: 9, rules });
  const { story, adoptionId } = await room.aPrinted('city');
  await room.print(story, 'provincial');
  return command(room.lin, 'adoption.choose', { adoptionId });
};

const withdrawFact: Prepare = async (room) => {
  const fact = aFact(room);
  await room.zhou.value('fact.register', fact);
  const input = { factId: fact.factId, version: 1, note: '登记错了' };
  return command(room.zhou, 'fact.withdraw', input);
};

const anAdjustment = (room: FaultRoom) => ({
  ...{ adjustmentId: newId(), owner: { kind: 'person' as const, id: room.lin.personId } },
  ...{ book: 'points' as const, amount: 500, occurredOn: '2026-11-20', reason: '漏登一篇' },
});

const propose: Prepare = async (room) =>
  command(room.zhou, 'adjustment.propose', anAdjustment(room));

const refuse: Prepare = async (room) => {
  const adjustment = anAdjustment(room);
  await room.zhou.value('adjustment.propose', adjustment);
  const { adjustmentId } = adjustment;
  return command(room.wu, 'adjustment.refuse', { adjustmentId, version: 1, note: '已登记' });
};

export const storyActs: Record<string, Prepare> = {
  'story.release': release,
  'story.hold': hold,
  'story.resume': resume,
  'story.hurry': hurry,
  'story.spike': spike,
  'story.pass': pass,
  'story.assign': assign,
  'story.merge': merge,
  'draft.keep': keepDraft,
  'draft.drop': dropDraft,
  'adoption.register': registerPrinting,
  'adoption.reject': reject,
  'metric.take': takeMetric,
  'fact.withdraw': withdrawFact,
  'adjustment.propose': propose,
  'adjustment.refuse': refuse,
  'adoption.choose': choose,
};
