/** A newsroom with channels: stories signed off in three calls, and answers signed as a center does. */
import { Webhook } from 'standardwebhooks';
import type { InputOf } from '../../../cloudfunctions/contract';
import type { Message } from '../../../cloudfunctions/domain/syndication/message';
import { newId } from './county';
import { startFakeCenter, type FakeCenter } from '../center/fake-center';
import { startNewsroom, type Content, type Newsroom, type StoryView } from './newsroom';

export interface Syndication extends Newsroom {
  center: FakeCenter;
  /** The center's channel; takes news. */
  channelId: string;
  addChannel(change?: Partial<InputOf<'channel.add'>>): Promise<string>;
  /** Files a story and takes it through its three stages. */
  signOff(change?: Partial<Content>): Promise<StoryView>;
  /** Lets relay run as the timer does, and waits for its end. */
  tick(): Promise<void>;
  messagesOf(storyId: string): Promise<Message[]>;
  /** Sends an answer of the center's. */
  answer(body: object, change?: Partial<Envelope>): Promise<Response>;
}

export interface Envelope {
  channelId: string;
  secret: string;
  id: string;
  /** Epoch ms by the cloud's clock. */
  at: number;
  /** The body as it is sent, where it is not the one that was signed. */
  sentBody: string;
  method: string;
  headers: Record<string, string>;
}

/** Starts all of it; `room.stop` stops the center too. */
export async function startSyndication(room?: Newsroom): Promise<Syndication> {
  const newsroom = room ?? (await startNewsroom());
  const center = await startFakeCenter();
  const { cloud, he, zhou, xu, wu } = newsroom;
  const addChannel: Syndication['addChannel'] = async (change) => {
    const channelId = newId();
    await he.value('channel.add', { channelId, ...channelFields(center), ...change });
    return channelId;
  };
  const channelId = await addChannel();
  const now = async () => (await cloud.control<{ now: number }>('clock', 'read')).now;
  const approve = async (phone: typeof zhou, story: StoryView, isCleared: boolean) =>
    (
      await phone.value('story.approve', {
        storyId: story.id,
        version: story.version,
        note: '',
        isCleared,
      })
    ).story;
  return {
    ...newsroom,
    ...{ center, channelId, addChannel },
    signOff: async (change) => {
      const filed = await newsroom.aStory(change);
      const seen = await newsroom.show(zhou, filed.id);
      const second = await approve(xu, await approve(zhou, seen, false), false);
      return approve(wu, second, true);
    },
    tick: async () => void (await cloud.control('timers', 'fire', { function: 'relay' })),
    messagesOf: async (storyId) => {
      const found = await cloud
        .sdk()
        .database()
        .collection('outbox_messages')
        .where({ storyId })
        .orderBy('edition', 'asc')
        .get();
      return found.data as Message[]; // what the collection holds
    },
    answer: async (body, change) =>
      sendAnswer(cloud.base, body, {
        ...{ channelId, secret: center.secret, id: newId(), at: await now(), method: 'POST' },
        ...{ sentBody: JSON.stringify(body), headers: {}, ...change },
      }),
    stop: async () => {
      await center.stop();
      await newsroom.stop();
    },
  };

  function channelFields({ endpoint, secret }: FakeCenter) {
    return {
      ...{ name: newId(), kind: 'fusion_center' as const, endpoint, secret },
      ...{ kinds: ['news' as const], columns: [], isInternal: false, ratePerMinute: 6000 },
    };
  }
}

function sendAnswer(base: string, body: object, envelope: Envelope): Promise<Response> {
  const { channelId, secret, id, at, sentBody, method, headers } = envelope;
  const signature = new Webhook(secret).sign(id, new Date(at), JSON.stringify(body));
  return fetch(`${base}/inbound/channels/${channelId}/answers`, {
    method,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': signature,
      ...headers,
    },
    ...(method !== 'GET' && { body: sentBody }),
  });
}
