/** Round trips and answer bytes of the newsroom's everyday calls, each made once warm. */
import type { CallName, InputOf } from '../../cloudfunctions/contract';
import { newId, type Phone } from '../support/county';
import { aContent, filing, uploadPhoto, type Newsroom } from '../support/newsroom';
import type { TripCounter, Trips } from './trips';

export interface CallCost extends Trips {
  call: string;
  answerBytes: number;
}

/** What each call asks of the platform, on a county with a full page of stories. */
export async function measureCalls(room: Newsroom, counter: TripCounter): Promise<CallCost[]> {
  for (let n = 0; n < 25; n += 1) await room.aStory({ headline: `第${n}篇：老街路灯修好了` });
  const costs: CallCost[] = [];
  const cost = async <Name extends CallName>(phone: Phone, call: Name, input: InputOf<Name>) => {
    counter.take();
    const answer = await phone.call(call, input);
    if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer)}`);
    const answerBytes = Buffer.byteLength(JSON.stringify(answer));
    costs.push({ call, ...counter.take(), answerBytes });
  };
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
  return costs;
}
