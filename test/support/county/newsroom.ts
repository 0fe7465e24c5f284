/** Stories as tests file them: a county with a township, its correspondent and a three-stage chain. */
import { createHash } from 'node:crypto';
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract';
import type { RunningCloud } from '../cloud/cloud';
import {
  countyOn,
  found,
  memberOn,
  newId,
  startProductCloud,
  type County,
  type Member,
  type Phone,
} from './county';
import { furnish } from './furnish';

export type Content = InputOf<'story.file'>['content'];
export type StoryView = ValueOf<'story.show'>['story'];

export interface Newsroom extends County {
  townshipId: string;
  /** Correspondent of the township. */
  lin: Member;
  /** Publicity office: first review. */
  zhou: Member;
  /** Reviewer of stage 2. */
  xu: Member;
  /** Leader: signs off. */
  wu: Member;
  /** Files a story of 林 and answers its page. */
  aStory(change?: Partial<Content>): Promise<StoryView>;
  show(phone: Phone, storyId: string): Promise<StoryView>;
}

/** Starts a county whose newsroom is staffed; `running` as in startCounty. */
export async function startNewsroom(running?: RunningCloud): Promise<Newsroom> {
  const cloud = running ?? (await startProductCloud());
  return newsroomOn(cloud, await furnish(cloud, 'newsroom', () => staff(cloud)));
}

/** Ids of a newsroom's units and people. */
export type NewsroomIds = Record<'rootId' | 'townshipId' | 'lin' | 'zhou' | 'xu' | 'wu', string>;

/** Founds the county, adds its people and grants their duties. */
export async function staff(cloud: RunningCloud): Promise<NewsroomIds> {
  const county = countyOn(cloud, await found(cloud));
  const { he, rootId } = county;
  const townshipId = newId();
  const township = { name: '城关镇联工委', kind: 'township_office' as const, quotaClass: null };
  await he.value('unit.add', { unitId: townshipId, ...township, parentId: rootId });
  const { personId: lin } = await county.member('林示例');
  const { personId: zhou } = await county.member('周示例');
  const { personId: xu } = await county.member('徐示例');
  const { personId: wu } = await county.member('吴示例');
  const grants = [
    { personId: lin, duty: 'correspondent', stage: null, unitIds: [townshipId] },
    { personId: zhou, duty: 'publicity_office', stage: null, unitIds: [rootId] },
    { personId: xu, duty: 'reviewer', stage: 2, unitIds: [rootId] },
    { personId: wu, duty: 'leader', stage: null, unitIds: [rootId] },
  ] as const;
  for (const grant of grants)
    await he.value('duty.grant', { ...grant, unitIds: [...grant.unitIds] });
  return { rootId, townshipId, lin, zhou, xu, wu };
}

/** A newsroom that was staffed on this cloud. */
export function newsroomOn(cloud: RunningCloud, ids: NewsroomIds): Newsroom {
  const { townshipId } = ids;
  const lin = memberOn(cloud, ids.lin);
  const show = async (phone: Phone, storyId: string) =>
    (await phone.value('story.show', { storyId })).story;
  return {
    ...countyOn(cloud, ids.rootId),
    ...{ townshipId, lin, show },
    zhou: memberOn(cloud, ids.zhou),
    xu: memberOn(cloud, ids.xu),
    wu: memberOn(cloud, ids.wu),
    aStory: async (change) => {
      const storyId = newId();
      await lin.value(
        'story.file',
        filing({ storyId, unitId: townshipId, content: aContent(change) }),
      );
      return show(lin, storyId);
    },
  };
}

/** The input of a filing, cleared of secrets. */
export function filing(input: Pick<InputOf<'story.file'>, 'storyId' | 'unitId' | 'content'>) {
  return { ...input, tipId: null, isCleared: true as const };
}

/** A news item that is whole for its kind. */
export function aContent(change: Partial<Content> = {}): Content {
  return {
    kind: 'news',
    headline: '城关镇议事室解决路灯难题',
    body: '11月20日晚，城关镇老街议事室里坐满了居民。镇联工委召集委员、居民和供电所，就老街三十二盏路灯不亮一事现场协商，议定三日内修复，由委员全程监督。',
    column: null,
    happenedOn: '2026-11-20',
    place: '城关镇老街',
    bylines: [{ personId: null, name: '林示例', part: 'text' }],
    photos: [],
    video: null,
    attachments: [],
    noteToEditor: '',
    ...change,
  };
}

/** Uploads a picture as the phone does and answers how a content names it. */
export async function uploadPhoto(
  county: Pick<County, 'cloud'>,
  phone: Pick<Phone, 'openid'>,
  text = 'picture',
): Promise<Content['photos'][number]> {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await upload(county, phone, { name: `${sha256}.jpg`, bytes });
  const shown = { width: 1600, height: 1200, caption: '现场', credit: '林示例' };
  return { sha256, bytes: bytes.length, ext: 'jpg', ...shown };
}

/** Puts bytes under the phone's own folder. */
export async function upload(
  { cloud }: Pick<County, 'cloud'>,
  { openid }: Pick<Phone, 'openid'>,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> | Buffer },
): Promise<void> {
  const response = await fetch(`${cloud.base}/upload/incoming/${openid}/${file.name}`, {
    method: 'PUT',
    headers: { 'x-openid': openid },
    body: Buffer.isBuffer(file.bytes) ? new Uint8Array(file.bytes) : file.bytes,
  });
  if (!response.ok) throw new Error(`upload: ${response.status} ${await response.text()}`);
}
