/** Round trips and answer bytes of the newsroom's everyday calls, each made once warm. */
import type { CallName, InputOf } from '../../cloudfunctions/contract';
import { newId, type Phone } from '../support/county/county';
import { aContent, filing, uploadPhoto, type Newsroom } from '../support/county/newsroom';
import { costCall, type CallCost } from './cost-call';
import type { TripCounter } from './trips';

/** A county's own center and one channel more, which people serve; their relay counts for itself. */
const CHANNELS = 2;

/** What each call asks of the platform, on a county with a full page of stories. */
export async function measureCalls(room: Newsroom, counter: TripCounter): Promise<CallCost[]> {
  for (let n = 0; n < 25; n += 1) await room.aStory({ headline: `第${n}篇：老街路灯修好了` });
  const costs: CallCost[] = [];
  const cost = async <Name extends CallName>(
    phone: Phone,
    call: Name,
    input: InputOf<Name>,
    title: string = call,
  ) => void costs.push({ ...(await costCall(counter, { phone, call, input })), call: title });
  const photo = await uploadPhoto(room, room.lin);
  const storyId = newId();
  const content = aContent({ photos: [photo] });
  await cost(room.lin, 'session.open', {});
  await cost(room.lin, 'story.list', { after: null });
  await cost(room.lin, 'story.file', filing({ storyId, unitId: room.townshipId, content }));
  await cost(room.zhou, 'queue.list', { kind: null, after: null });
  await cost(room.zhou, 'story.show', { storyId });
  await cost(room.zhou, 'story.claim', { storyId });
  const at = async () => {
    const { version } = await room.show(room.zhou, storyId);
    return { storyId, version, note: '请补充' };
  };
  await cost(room.zhou, 'story.return', { ...(await at()), passages: [] });
  const { version } = await at();
  const body = `${content.body}居民都说好。`;
  await cost(room.lin, 'story.refile', {
    ...{ storyId, version, content: { ...content, body }, isCleared: true },
  });
  await cost(room.zhou, 'story.approve', { ...(await at()), isCleared: true });
  await room.xu.value('story.approve', { ...(await at()), isCleared: true });
  await addChannels(room);
  const signedOff = await at();
  await cost(room.wu, 'story.approve', { ...signedOff, isCleared: true }, signOff);
  return costs;
}

/** How the last stage's approval is titled: it also writes what goes to channels. */
export const signOff = `story.approve, ${CHANNELS} channels`;

async function addChannels(room: Newsroom): Promise<void> {
  for (let n = 0; n < CHANNELS; n += 1) {
    await room.he.value('channel.add', {
      ...{ channelId: newId(), kind: 'manual', name: `人工渠道${n}`, endpoint: null, secret: null },
      ...{ kinds: ['news'], columns: [], isInternal: false, ratePerMinute: 60 },
    });
  }
}
