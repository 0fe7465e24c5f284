/** Where the sample county's stories appear: real names where everybody knows them, 示例 elsewhere. */
import { newId, type Gateway } from './gateway';
import { personas } from './people';

type SampleOutlet = [level: string, outletClass: string, name: string, aliases?: string[]];

const outlets: SampleOutlet[] = [
  ['national', 'paper', '人民日报'],
  ['national', 'paper', '人民政协报'],
  ['national', 'web', '中国政协网'],
  ['national', 'app', '学习强国'],
  ['provincial', 'paper', '湖南日报', ['新湖南']],
  ['provincial', 'paper', '湘声报'],
  ['provincial', 'bulletin', '文史博览'],
  ['provincial', 'web', '省政协网站示例'],
  ['city', 'paper', '示例市日报', ['市日报']],
  ['city', 'tv', '示例市广播电视台'],
  ['city', 'account', '示例市政协公众号'],
  ['own', 'account', '示例县政协公众号'],
  ['own', 'bulletin', '示例县政协信息'],
];

/** Adds them; answers their ids by name. */
export async function seedOutlets(gateway: Gateway): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [level, outletClass, name, aliases = []] of outlets) {
    const outletId = newId();
    ids.set(name, outletId);
    const term = { level, outletClass, group: null, since: '2020-01-01' };
    await gateway.call(personas.he, 'outlet.add', {
      ...{ outletId, name, aliases, channelIds: [], ...term },
    });
  }
  return ids;
}
