/** Acts on channels, chains, the directory and bulletins, each ready to be done once and again. */
import type { InputOf } from '../../../cloudfunctions/contract';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import { periodRule } from '../../../cloudfunctions/domain/points/presets/parts';
import { aChain, aSecret } from '../authorization/authorization-inputs';
import { newId } from '../county/county';
import {
  aFact,
  closingLater,
  command,
  delivering,
  drafted,
  inNotice,
  periodTarget,
} from './fault-room';
import type { FaultRoom, Prepare } from './fault-room';
import { rest } from './faults';
import { byLevel, stored } from '../county/ledger-room';

const channelFields = (): Omit<InputOf<'channel.change'>, 'channelId' | 'version'> => ({
  ...{ name: newId(), endpoint: 'https://center.example/ninjs', kinds: ['video'] },
  ...{ columns: [], isInternal: false, ratePerMinute: 60 },
});

const addChannel: Prepare = async (room) =>
  command(room.he, 'channel.add', {
    ...{ channelId: newId(), kind: 'fusion_center', ...channelFields(), secret: aSecret },
  });

/** One that takes no story of other acts. */
const aChannel = async (room: FaultRoom) => ({
  channelId: await room.addChannel({ kinds: ['video'] }),
  version: 1,
});

const changeChannel: Prepare = async (room) =>
  command(room.he, 'channel.change', { ...(await aChannel(room)), ...channelFields() });
const rotate: Prepare = async (room) =>
  command(room.he, 'channelSecret.rotate', { ...(await aChannel(room)), secret: aSecret });
const pause: Prepare = async (room) => command(room.he, 'channel.pause', await aChannel(room));

const resume: Prepare = async (room) => {
  const channel = await aChannel(room);
  await room.he.value('channel.pause', channel);
  return command(room.he, 'channel.resume', { ...channel, version: 2 });
};

const changeChain: Prepare = async (room) =>
  command(room.he, 'chain.change', { ...aChain(), unitKinds: ['media'] });

const removeChain: Prepare = async (room) => {
  const chain = { ...aChain(), unitKinds: ['studio' as const] };
  await room.he.value('chain.change', chain);
  return command(room.he, 'chain.remove', { chainId: chain.chainId, version: 1 });
};

/** What the center refused is sent again. */
const resend: Prepare = async (room) => {
  room.center.mood = 'refuse';
  const { id } = await room.signOff();
  await rest(room);
  room.center.mood = 'receive';
  const message = (await room.messagesOf(id)).find((one) => one.channelId === room.channelId);
  const target = { messageId: message?._id ?? '', version: message?.version ?? 0 };
  return { ...command(room.zhou, 'message.resend', target), ...delivering(room) };
};

const markSent: Prepare = async (room) => {
  const byHand = { kind: 'manual' as const, endpoint: null, secret: null };
  const channelId = await room.addChannel({ ...byHand, kinds: ['theory_article'] });
  const { id } = await room.signOff({ kind: 'theory_article', body: '协商'.repeat(800) });
  await rest(room);
  const message = (await room.messagesOf(id)).find((one) => one.channelId === channelId);
  const target = { messageId: message?._id ?? '', version: message?.version ?? 0 };
  return command(room.zhou, 'message.markSent', { ...target, note: '已发' });
};

const member = { standing: 'staff' as const, phone: null };
const studio = { kind: 'studio' as const, quotaClass: null };

async function aUnit(room: FaultRoom): Promise<string> {
  const unitId = newId();
  await room.he.value('unit.add', { unitId, name: unitId, ...studio, parentId: room.rootId });
  return unitId;
}

const changeUnit: Prepare = async (room) => {
  const fields = { name: newId(), ...studio, parentId: room.townshipId };
  return command(room.he, 'unit.change', { unitId: await aUnit(room), ...fields });
};
const closeUnit: Prepare = async (room) =>
  command(room.he, 'unit.close', { unitId: await aUnit(room) });

const changePerson: Prepare = async (room) => {
  const { personId } = await room.member('孙示例');
  return command(room.he, 'person.change', { personId, name: '改示例', ...member });
};

const join: Prepare = async (room) => {
  const { personId } = await room.member('孙示例');
  return command(room.he, 'membership.add', {
    ...{ personId, unitId: await aUnit(room), isHead: false },
  });
};

const part: Prepare = async (room) => {
  const { personId } = await room.member('孙示例');
  const unitId = await aUnit(room);
  await room.he.value('membership.add', { personId, unitId, isHead: false });
  return command(room.he, 'membership.end', { personId, unitId });
};

const changeLexicon: Prepare = async (room) =>
  command(room.he, 'lexicon.change', {
    ...{ put: [{ word: '错字', sort: 'wrong', right: '对', why: '' }], drop: [] },
  });

const aRulebook = async (room: FaultRoom) => {
  const [draft] = await stored<{ version: number }>(room, 'rulebook_drafts');
  const { name, books, rules, periodRules } = presets.county;
  const rulebook = { name, effectiveFrom: '2099-01-01', books, rules, periodRules };
  return { draftVersion: draft?.version ?? 0, rulebook };
};

const draftRulebook: Prepare = async (room) =>
  command(room.zhou, 'rulebook.draft', await aRulebook(room));

const rebuild: Prepare = async (room) => command(room.he, 'standing.rebuild', { after: null });

const arrange: Prepare = async (room) =>
  command(room.zhou, 'bulletin.arrange', { layout: 'duties', noticeDays: 5, version: 0 });

const publish: Prepare = async (room) => {
  await drafted(room, '2026-08');
  return command(room.zhou, 'period.publish', await periodTarget(room, '2026-08'));
};

/** Written into the storage, over what was there; answers what the person is given. */
const exporting =
  (as: 'xlsx' | 'docx'): Prepare =>
  async (room) => {
    await drafted(room, '2026-07');
    const send = async () => {
      const { name, url } = await room.zhou.value('bulletin.export', { period: '2026-07', as });
      const paper = await fetch(url);
      if (!paper.ok) throw new Error(`answered ${paper.status}`);
      const bytes = new Uint8Array(await paper.arrayBuffer());
      return [name, String.fromCharCode(...bytes.subarray(0, 2))];
    };
    return { send };
  };

/** Its first of the people gets twenty points; what earned some is a fact on its last days. */
async function withPrize(room: FaultRoom, period: '2026Q3' | '2025'): Promise<void> {
  const isYear = period === '2025';
  const prize = periodRule({
    ...{ id: 'first', name: '第一名', period: isYear ? 'year' : 'quarter', account: 'person' },
    effect: {
      ...{ kind: 'prize', among: 'accounts', least: 100, places: [{ to: 1, amount: 2000 }] },
      by: { kind: 'amount', book: 'points', categories: [] },
    },
  });
  const version = isYear ? 3 : 2;
  const rulebooks = room.cloud.sdk().database().collection('rulebooks');
  const [known] = await stored<{ _id: string; version: number }>(room, 'rulebooks').then((all) =>
    all.filter(({ _id }) => _id === `office:${version}`),
  );
  if (known) return;
  await rulebooks.add({ _id: `office:${version}`, ...byLevel, version, periodRules: [prize] });
  await room.zhou.value('fact.register', aFact(room, isYear ? '2025-12-20' : '2026-09-20'));
}

const computing =
  (period: '2026Q3' | '2025'): Prepare =>
  async (room) => {
    await withPrize(room, period);
    const target = await periodTarget(room, period);
    return { ...closingLater(room, period), ready: () => room.zhou.value('period.draft', target) };
  };

const closing =
  (period: '2026Q3' | '2025'): Prepare =>
  async (room) => {
    await withPrize(room, period);
    await inNotice(room, period);
    const target = await periodTarget(room, period);
    return { ...closingLater(room, period), ready: () => room.zhou.value('period.close', target) };
  };

export const officeActs: Record<string, Prepare> = {
  'channel.add': addChannel,
  'channel.change': changeChannel,
  'channelSecret.rotate': rotate,
  'channel.pause': pause,
  'channel.resume': resume,
  'chain.change': changeChain,
  'chain.remove': removeChain,
  'message.resend': resend,
  'message.markSent': markSent,
  'unit.change': changeUnit,
  'unit.close': closeUnit,
  'person.change': changePerson,
  'membership.add': join,
  'membership.end': part,
  'lexicon.change': changeLexicon,
  'rulebook.draft': draftRulebook,
  'standing.rebuild': rebuild,
  'bulletin.arrange': arrange,
  'period.publish': publish,
  'bulletin.export as xlsx': exporting('xlsx'),
  'bulletin.export as docx': exporting('docx'),
  'closing computing a quarter': computing('2026Q3'),
  'closing closing a quarter': closing('2026Q3'),
  'closing computing a year': computing('2025'),
  'closing closing a year': closing('2025'),
};
