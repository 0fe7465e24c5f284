/**
 * Some 120 people of the sample county: a surname each and 示例 for the given name, so that nobody
 * can be taken for a real person. Those of the stage come first.
 */
import { media, offices, rooms, sectors, studios, townships } from './units';

export interface SamplePerson {
  name: string;
  /** Given to those who hold a phone on the stage or file the sample stories. */
  openid?: string;
  standing: 'member' | 'staff';
  unit: string;
  isHead: boolean;
  duty?: { duty: string; stage: number | null; unit: string | null };
}

/** 王 to 柏, but for those of the stage: 林周徐吴何孙秦. */
const surnames = (
  '王李张刘陈杨赵黄胡朱高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭' +
  '廖范汪陆金石戴贾韦夏邱方侯邹熊孟游白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万覃武钱戚严莫孔向汤温康施文牛樊' +
  '葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦柏'
).split('');

const staffed = (unit: string, isHead: boolean, standing: SamplePerson['standing'] = 'staff') => ({
  ...{ unit, isHead, standing },
});
const writes = (unit: string) => ({ duty: 'correspondent', stage: null, unit });

/** The stage's phones, in this order. */
export const personas = {
  lin: 'stage-lin-correspondent',
  zhou: 'stage-zhou-publicity',
  xu: 'stage-xu-second-review',
  wu: 'stage-wu-leader',
  he: 'stage-he-administrator',
  sun: 'stage-sun-publicity',
  qin: 'stage-qin-member',
};

/** Everybody but 何, who founds the organ. */
export function samplePeople(): SamplePerson[] {
  const office = (name: string) => staffed(name, false);
  const desk = (duty: string, stage: number | null = null) => ({ duty, stage, unit: null });
  const named: SamplePerson[] = [
    {
      name: '林示例',
      openid: personas.lin,
      ...staffed('城关镇联工委', false),
      duty: writes('城关镇联工委'),
    },
    { name: '周示例', openid: personas.zhou, ...office('宣传办'), duty: desk('publicity_office') },
    { name: '徐示例', openid: personas.xu, ...office('办公室'), duty: desk('reviewer', 2) },
    { name: '吴示例', openid: personas.wu, ...staffed('办公室', true), duty: desk('leader') },
    { name: '孙示例', openid: personas.sun, ...office('宣传办'), duty: desk('publicity_office') },
    {
      name: '秦示例',
      openid: personas.qin,
      ...staffed('医药卫生界', false, 'member'),
      duty: writes('医药卫生界'),
    },
  ];
  const places = unnamedPlaces();
  const others = places.map((place, n) => ({ ...place, name: `${surnames[n]}示例` }));
  return [...named, ...others];
}

/** The units' heads, correspondents and members; a few units have nobody or one too many to write. */
function unnamedPlaces(): Omit<SamplePerson, 'name'>[] {
  const writer = (unit: string, n: number, standing: SamplePerson['standing'] = 'staff') => ({
    ...staffed(unit, false, standing),
    openid: `sample-writer-${n}`,
    duty: writes(unit),
  });
  return [
    ...townships.flatMap(({ name }, n) => [
      staffed(name, true),
      // The last township has nobody; the first has its own writer already.
      ...(n > 0 && n < 14 ? [writer(name, n)] : []),
      ...(n === 2 ? [writer(name, 102), writer(name, 103)] : n < 5 ? [writer(name, 110 + n)] : []),
    ]),
    ...sectors.flatMap(({ name }, n) => [
      staffed(name, true, 'member'),
      n % 6 !== 3 ? writer(name, 20 + n, 'member') : staffed(name, false, 'member'),
    ]),
    ...offices.flatMap(({ name }, n) =>
      name === '宣传办' ? [staffed(name, true)] : [staffed(name, n > 0), writer(name, 50 + n)],
    ),
    ...studios.map(({ name }, n) => ({ ...writer(name, 60 + n, 'member'), isHead: true })),
    ...rooms.map(({ name }) => staffed(name, true)),
    ...media.map(({ name }) => ({
      ...staffed(name, false),
      duty: { duty: 'media_editor', stage: null, unit: null },
    })),
  ];
}
