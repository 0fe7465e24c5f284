/** An input for every call that would be accepted from somebody who may give it. */
import type { CallName, InputOf } from '../../../cloudfunctions/contract';
import { storyKind } from '../../../cloudfunctions/contract/story';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import type { Cast } from './cast';
import { newId, newInviteCode } from '../county/county';
import { adjustmentId, entryIdOf } from './ledger-cast';
import { aContent, filing } from '../county/newsroom';

/** What a cell's input is made of: its own targets, so that cells do not meet. */
export interface Targets {
  cast: Cast;
  /** The cell's story, at its version; empty in rows about no story. */
  storyId: string;
  version: number;
  /** A bound person of the story's unit, correspondent there. */
  personId: string;
  /** An empty unit. */
  unitId: string;
  /** A code that is good for `personId`. */
  code: string;
  /** A live code of the story's unit. */
  token: string;
  /** A review chain at version 1, and the filings it is for. */
  chain: { chainId: string } & Pick<InputOf<'chain.change'>, 'kinds' | 'unitKinds'>;
  /** 林's draft. */
  draftId: string;
  /** Somebody else's story that stays where it is. */
  otherStoryId: string;
}

type Inputs = { [Name in CallName]?: (targets: Targets) => InputOf<Name> };

const member = { standing: 'staff' as const, phone: null };
const unitFields = { kind: 'studio' as const, quotaClass: null };
const content = () => aContent({ headline: '改过的标题' });
const at = ({ storyId, version }: Targets) => ({ storyId, version, note: '说明' });

const stages: InputOf<'chain.change'>['stages'] = [
  {
    ...{ name: '审核', kind: 'review', duty: 'publicity_office', stage: null },
    ...{ limitHours: 24, maySkip: false },
  },
];

/** A channel that takes no story of the tests. */
const channelFields = () => ({
  ...{ name: newId(), endpoint: 'https://center.example/ninjs', kinds: ['video' as const] },
  ...{ columns: ['没有的专栏'], isInternal: false, ratePerMinute: 60 },
});
const noChannel = { channelId: 'channel-missing', version: 1 };
const noMessage = { messageId: 'story-missing:100:channel-missing', version: 1 };
export const aSecret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

/** A file that nobody uploaded. */
const noFile = { sha256: '0'.repeat(64), bytes: 1000 };

/** A rulebook that could be put in force. */
function aRulebook(): InputOf<'rulebook.draft'>['rulebook'] {
  const { name, effectiveFrom, books, rules, periodRules } = presets.county;
  return { name, effectiveFrom, books, rules, periodRules };
}

let chainsMade = 0;

/** A new chain for filings that no other chain of the tests is for, and that no test makes. */
export function aChain(): InputOf<'chain.change'> {
  chainsMade += 1;
  const kind = storyKind.options[chainsMade % storyKind.options.length] ?? 'video';
  const unitKind = chainsMade > storyKind.options.length ? 'room' : 'media';
  return { chainId: newId(), version: 0, kinds: [kind], unitKinds: [unitKind], stages };
}

/** A draft with this text. */
export function aDraft(body: string): InputOf<'draft.keep'>['draft'] {
  return {
    ...{ kind: 'news', unitId: null, headline: '草稿', body, column: null, happenedOn: null },
    ...{ place: '', bylines: [], noteToEditor: '', tipId: null, storyId: null },
  };
}

const printed = {
  ...{ printedOn: '2026-11-21', position: 'front' as const, genre: 'news' as const },
  ...{ mode: 'single' as const, words: 300, durationSeconds: null, headline: '刊发标题' },
  feeFen: 5000,
};
const evidence = { url: 'https://example.cn/paper', clipping: null, note: '' };
const outletNames = () => ({ name: newId(), aliases: [], channelIds: [] });
const term = { level: 'city' as const, outletClass: 'paper' as const, group: null };
// The printing of a cell's story goes by the story's own id.
const toPrinting = ({ storyId }: Targets) => ({ adoptionId: storyId, version: 1, note: '说明' });
const settling = (targets: Targets) => ({ ...toPrinting(targets), ...printed, outletId });
/** An outlet and a registered fact that are there for every cell. */
export const outletId = 'outlet-of-the-table';
export const factId = 'fact-of-the-table';

const toAdjustment = () => ({ adjustmentId, version: 1, note: '' });
const ofAll = { period: 'all', after: null };
/** Somebody of the story's unit. */
const another = ({ personId }: Targets) => ({ kind: 'person' as const, id: personId });

export const inputs: Inputs = {
  'session.open': () => ({}),
  'organ.found': () => ({
    code: newInviteCode(),
    organ: { name: '冒名县政协', kind: 'cppcc' },
    administratorName: '冒名',
  }),
  'invite.make': ({ personId }) => ({ personId, code: newInviteCode() }),
  'invite.redeem': ({ code }) => ({ code }),
  'unit.list': () => ({}),
  'unit.add': ({ cast }) => ({
    ...{ unitId: newId(), name: newId(), ...unitFields, parentId: cast.rootId },
  }),
  'unit.change': ({ unitId, cast }) => ({
    ...{ unitId, name: newId(), ...unitFields, parentId: cast.rootId },
  }),
  'unit.close': ({ unitId }) => ({ unitId }),
  'vacancy.list': () => ({}),
  'person.list': () => ({ unitId: null, name: null, after: null }),
  'person.show': ({ personId }) => ({ personId }),
  'directoryEvent.list': ({ personId }) => ({ subjectId: personId }),
  'person.add': ({ cast }) => ({
    ...{ personId: newId(), name: '新示例', ...member, unitId: cast.townshipId, isHead: false },
  }),
  'person.change': ({ personId }) => ({ personId, name: '改示例', ...member }),
  'person.leave': ({ personId, cast }) => ({ personId, successorId: cast.zhou.personId }),
  'membership.add': ({ personId, unitId }) => ({ personId, unitId, isHead: false }),
  'membership.end': ({ personId, cast }) => ({ personId, unitId: cast.townshipId }),
  'duty.grant': ({ personId, cast }) => ({
    ...{ personId, duty: 'leader', stage: null, unitIds: [cast.rootId] },
  }),
  'duty.end': ({ personId }) => ({ personId, duty: 'correspondent', stage: null }),
  'code.make': ({ cast }) => ({
    ...{ kind: 'unit', targetId: cast.townshipId, title: null, expiresAt: null },
  }),
  'code.list': ({ cast }) => ({ targetId: cast.townshipId, after: null }),
  'code.revoke': ({ token }) => ({ token }),
  'code.picture': ({ token }) => ({ token }),
  'code.open': ({ token }) => ({ token }),
  'chain.list': () => ({}),
  'chain.change': ({ chain }) => ({ ...chain, version: 1, stages }),
  'chain.remove': ({ chain }) => ({ chainId: chain.chainId, version: 1 }),
  'channel.list': () => ({}),
  'channel.show': () => ({ channelId: noChannel.channelId }),
  'channel.add': () => ({
    ...{ channelId: newId(), kind: 'fusion_center', ...channelFields(), secret: aSecret },
  }),
  'channel.change': () => ({ ...noChannel, ...channelFields() }),
  'channel.pause': () => noChannel,
  'channel.resume': () => noChannel,
  'channelSecret.rotate': () => ({ ...noChannel, secret: aSecret }),
  'message.list': () => ({ channelId: noChannel.channelId, which: 'all', after: null }),
  'message.resend': () => noMessage,
  'message.export': ({ storyId }) => ({ messageId: `${storyId}:export` }),
  'message.markSent': () => ({ ...noMessage, note: '已发' }),
  'rulebook.list': () => ({}),
  'rulebook.presets': () => ({}),
  'rulebook.show': () => ({ which: 'draft' }),
  'rulebook.read': () => ({ version: null }),
  'rulebook.draft': () => ({ draftVersion: 0, rulebook: aRulebook() }),
  'rulebook.enact': () => ({ draftVersion: 1 }),
  'rulebook.try': () => ({ period: '2026-10', run: null }),
  'trial.show': () => ({ page: 0 }),
  'period.list': () => ({}),
  'period.draft': () => ({ period: '2026-10', version: 0 }),
  'period.publish': () => ({ period: '2026-10', version: 2 }),
  'period.close': () => ({ period: '2026-10', version: 2 }),
  'bulletin.show': () => ({ period: '2026-10', part: 'units', page: 0 }),
  'bulletin.export': () => ({ period: '2026-10', as: 'docx' }),
  'bulletin.arrange': () => ({ layout: 'full', noticeDays: 5, version: 0 }),
  'roster.template': () => ({}),
  'roster.check': () => ({ file: noFile }),
  'roster.import': () => ({ file: noFile }),
  'opening.template': () => ({}),
  'opening.check': () => ({ file: noFile }),
  'opening.import': () => ({ file: noFile }),
  'draft.keep': () => ({ draftId: newId(), version: 1, draft: aDraft('自己的草稿') }),
  'draft.list': () => ({}),
  'column.list': () => ({}),
  'draft.show': ({ draftId }) => ({ draftId }),
  'draft.drop': ({ draftId }) => ({ draftId }),
  'draft.advise': ({ cast }) => ({
    ...{ kind: 'news', headline: '路灯', body: '老街路灯', unitId: cast.townshipId, storyId: null },
  }),
  'lexicon.list': () => ({}),
  'lexicon.change': () => ({
    put: [{ word: newId().slice(0, 8), sort: 'wrong', right: '对', why: '' }],
    drop: [],
  }),
  'story.file': ({ cast }) =>
    filing({ storyId: newId(), unitId: cast.townshipId, content: aContent() }),
  'story.list': () => ({ after: null }),
  'story.published': () => ({}),
  'queue.list': () => ({ kind: null, after: null }),
  'deskStory.list': () => ({ state: null, unitId: null, text: null, after: null }),
  'story.show': ({ storyId }) => ({ storyId }),
  'revision.compare': ({ storyId }) => ({ storyId, from: 1, to: 1 }),
  'story.withdraw': at,
  'story.refile': ({ storyId, version }) => ({
    ...{ storyId, version, content: content(), isCleared: true as const },
  }),
  'story.claim': ({ storyId }) => ({ storyId }),
  'story.release': ({ storyId }) => ({ storyId }),
  'story.approve': (targets) => ({ ...at(targets), isCleared: true }),
  'story.return': (targets) => ({ ...at(targets), passages: [] }),
  'story.edit': (targets) => ({ ...at(targets), content: content() }),
  'story.spike': at,
  'story.hold': (targets) => ({ ...at(targets), until: null }),
  'story.resume': at,
  'story.hurry': at,
  'story.pass': (targets) => ({ ...at(targets), toId: targets.cast.zhou.personId }),
  'story.assign': (targets) => ({ ...at(targets), toId: targets.cast.lin.personId }),
  'story.merge': (targets) => ({ ...at(targets), intoId: targets.otherStoryId }),
  'story.correct': (targets) => ({ ...at(targets), content: content() }),
  'story.kill': at,
  'outlet.list': () => ({}),
  'outlet.show': () => ({ outletId }),
  'outlet.add': () => ({ outletId: newId(), ...outletNames(), ...term, since: '2026-01-01' }),
  'outlet.change': () => ({
    ...{ outletId, version: 1, ...outletNames(), isClosed: false, term: null },
  }),
  'adoption.report': ({ storyId }) => ({
    ...{ storyId, outletId, outletName: '示例日报', printedOn: '2026-11-21' },
    ...{ position: 'front', headline: '刊发标题', ...evidence },
  }),
  'adoption.register': ({ storyId }) => ({
    ...{ work: { storyId }, outletId, ...printed, ...evidence, apart: null },
  }),
  'adoption.list': ({ storyId }) => ({ storyId, state: 'reported', after: null }),
  'adoption.show': ({ storyId }) => ({ adoptionId: storyId }),
  'adoption.verify': settling,
  'adoption.correct': settling,
  'adoption.reject': toPrinting,
  'adoption.withdraw': toPrinting,
  'adoption.choose': ({ storyId }) => ({ adoptionId: storyId }),
  'metric.take': ({ storyId }) => ({
    ...{ adoptionId: storyId, reads: 100, forwards: null, clipping: null },
  }),
  'fact.register': ({ cast }) => ({
    ...{ factId: newId(), kind: 'training', title: '通讯员培训', level: null, personId: null },
    ...{ unitId: cast.townshipId, quantity: 1, mark: null, occurredOn: '2026-11-20' },
    ...{ workId: null, note: '', clipping: null },
  }),
  'fact.list': () => ({ after: null }),
  'work.find': () => ({ words: null }),
  'fact.withdraw': () => ({ factId, version: 1, note: '登记错了' }),
  'standing.show': (targets) => ({ owner: another(targets) }),
  'entry.list': (targets) => ({ owner: another(targets), book: null, ...ofAll }),
  'storyEntry.list': ({ otherStoryId }) => ({ storyIds: [otherStoryId] }),
  'entry.show': ({ cast }) => ({ entryId: entryIdOf(cast.townshipId) }),
  'ranking.list': () => ({ kind: 'person', book: 'yuan', ...ofAll }),
  'unit.board': ({ cast }) => ({ unitId: cast.townshipId, period: 'all' }),
  'entry.appeal': ({ cast }) => ({ entryId: entryIdOf(cast.townshipId), text: '不对' }),
  'appeal.list': () => ({ isOpen: true, after: null }),
  'appeal.answer': ({ cast }) => ({
    ...{ appealId: entryIdOf(cast.townshipId), version: 1, isUpheld: true, words: '重新登记' },
  }),
  'adjustment.propose': (targets) => ({
    ...{ adjustmentId: newId(), owner: another(targets), book: 'points', amount: 100 },
    ...{ occurredOn: '2026-11-20', reason: '漏登' },
  }),
  'adjustment.list': () => ({ isOpen: true, after: null }),
  'adjustment.approve': toAdjustment,
  'adjustment.refuse': () => ({ ...toAdjustment(), note: '说明' }),
  'ledger.audit': () => ({ after: null }),
  'standing.rebuild': () => ({ after: null }),
};
