/** Joins the sample county to the fusion-media center that runs beside it: a channel, and its outlets. */
import { newId, openGateway, type Gateway } from './gateway';
import { personas } from './people';

export interface SampleCenter {
  channelId: string;
  name: string;
  /** Where the program listens. */
  base: string;
  secret: string;
}

interface Channel {
  id: string;
  version: number;
  endpoint: string | null;
}

/** What the center of a county prints and broadcasts in. */
export const centerOutlets = [
  { name: '示例县报', outletClass: 'paper' },
  { name: '示例县广播电视台', outletClass: 'tv' },
  { name: '示例县融媒体公众号', outletClass: 'account' },
];

/** Every kind that is meant for the public. */
const kinds = ['news', 'feature', 'photo_story', 'video', 'theory_article', 'duty_story'];
const ratePerMinute = 600;

/**
 * Registers the center, or where it has moved to; repeating it changes nothing. Answers false where
 * the organ is not the sample's: then its own administrator enters the channel on a page.
 */
export async function joinCenter(cloudBase: string, center: SampleCenter): Promise<boolean> {
  const { call } = openGateway(cloudBase);
  const session = await call<{ person: object | null }>(personas.zhou, 'session.open', {});
  if (session.person === null) return false;
  const { channelId, name, secret } = center;
  const endpoint = `${center.base}/stories`;
  const fields = { name, endpoint, kinds, columns: [], isInternal: false, ratePerMinute };
  const { channels } = await call<{ channels: Channel[] }>(personas.he, 'channel.list', {});
  const known = channels.find(({ id }) => id === channelId);
  if (!known) {
    const added = { channelId, kind: 'fusion_center', ...fields, secret };
    await call(personas.he, 'channel.add', added);
  } else if (known.endpoint !== endpoint) {
    const changed = { channelId, version: known.version, ...fields };
    await call(personas.he, 'channel.change', changed);
  }
  await addOutlets(call, channelId);
  return true;
}

/** Its outlets are bound to the channel, so that what it says of them needs no second look. */
async function addOutlets(call: Gateway['call'], channelId: string): Promise<void> {
  const list = await call<{ outlets: { name: string }[] }>(personas.zhou, 'outlet.list', {});
  const names = new Set(list.outlets.map(({ name }) => name));
  for (const { name, outletClass } of centerOutlets) {
    if (names.has(name)) continue;
    const term = { level: 'county', outletClass, group: null, since: '2020-01-01' };
    const outlet = { outletId: newId(), name, aliases: [], channelIds: [channelId] };
    await call(personas.zhou, 'outlet.add', { ...outlet, ...term });
  }
}
