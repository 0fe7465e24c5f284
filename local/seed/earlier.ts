/**
 * Sample stories of the first weeks: signed off long ago, most of them in print since. What is filed on one
 * day is worked on beside each other, which is quicker to play out than one story after the other.
 */
import type { Scene } from './pictures';
import { passed, type SampleStory } from './story-shape';

type Earlier = [
  filedHoursAgo: number,
  key: string,
  kind: string,
  unit: string,
  headline: string,
  body: string,
  photo?: [scene: Scene, caption: string],
];

const rows: Earlier[] = [
  [
    ...([1418, 'flood', 'news', '河口镇联工委', '河口镇委员巡堤查险三十公里'] as const),
    '{day}，河口镇联工委组织九名委员分三组巡查沿河堤防三十公里，发现管涌隐患两处、堤脚空洞一处，当天报镇防汛办处置完毕，并与沿线七个村约定汛期每周巡查一次。',
    ['river', '委员沿堤查看水情'],
  ],
  [
    ...([1417, 'library2', 'news', '柳溪镇联工委', '柳溪村议事室议出一条放学路'] as const),
    '{day}，柳溪镇柳溪村议事室里，家长、村干部和委员围着一张地图商量孩子放学怎么走。会议议定把绕行国道的两公里改走村道，补修塌方路段六十米，增设路灯九盏。',
    ['meeting', '议事室里看地图'],
  ],
  [
    ...([1416, 'citrus', 'photo_story', '枫林镇联工委', '枫林镇：橘子熟了，委员来帮卖'] as const),
    '{day}，枫林镇的早熟蜜橘开园，六位委员把直播架支到了橘园里，一上午帮四户果农卖出两千多斤。',
    ['hills', '枫林镇的橘园'],
  ],
  [
    ...([1258, 'sports', 'news', '体育界', '体育界委员教乡村孩子打排球'] as const),
    '{day}，县政协体育界的三名委员来到石门镇中心小学，带着二十个排球给孩子们上了第一堂排球课，并帮学校把一块闲置水泥地划成了球场，今后每两周来教一次。',
  ],
  [
    ...([1260, 'ditch', 'news', '石门镇联工委', '石门镇两村共用一条渠，用水有了时间表'] as const),
    '{day}，石门镇联工委召集上下游两个村的村民代表，就一条灌溉渠的用水次序当面协商。会议议定单日上游、双日下游，旱时由委员担任放水员，持续三年的争水至此有了说法。',
    ['terraces', '渠边的梯田'],
  ],
  [
    ...([1256, 'women', 'duty_story', '妇联界', '委员履职故事：她把“巧手班”办进山里'] as const),
    '妇联界委员黄示例会编竹篮，也爱管闲事。去年走访高坪乡，她看见十几位留守妇女闲坐家中，便借了村部的两间屋，办起竹编“巧手班”。材料她赊，销路她跑，第一批果篮卖给了县里三家超市。如今班上有三十一人，每人每月多挣八九百元。她说：“提案写得再好，不如让人手里有活。”',
  ],
  [
    ...([1090, 'doctor', 'news', '医药卫生界', '名医“回乡坐诊”，群众少跑百里路'] as const),
    '{day}，县政协医药卫生界牵线的“回乡坐诊”在双井乡卫生院开诊，两位在市里工作的同乡专家坐诊一天，接诊八十六人，带教乡村医生五名，此后每月最后一个周六固定前来。',
    ['meeting', '卫生院里的坐诊'],
  ],
  [
    ...([
      1089,
      'oldtrees',
      'photo_story',
      '白鹭镇联工委',
      '白鹭镇：给一百零八棵古树“上户口”',
    ] as const),
    '{day}，白鹭镇联工委的委员和林业技术员一道，为全镇一百零八棵古树量胸径、定坐标、挂牌子。',
    ['hills', '白鹭镇的古樟'],
  ],
  [
    ...([1092, 'young', 'news', '共青团界', '青年委员夜校开班，首讲“怎样写好一条社情”'] as const),
    '{day}晚，县政协共青团界的青年委员夜校在连心桥委员工作室开班，二十六名青年委员和返乡青年到场，首讲由县政协研究室讲授怎样写好一条社情民意，现场改稿五篇。',
  ],
  [
    ...([862, 'terrace', 'news', '云岭镇联工委', '云岭镇荒坡变茶园，委员三年陪跑'] as const),
    '{day}，云岭镇最后一片五十亩荒坡完成补植。三年来，镇联工委的四名委员轮流驻点，帮合作社谈流转、引品种、找销路，累计复垦荒坡四百二十亩，带动九十三户增收。',
    ['terraces', '补植后的荒坡'],
  ],
  [
    ...([860, 'charity', 'news', '工商联界', '工商联界委员为山村校捐建两间热水房'] as const),
    '{day}，县政协工商联界的委员企业捐建的两间热水房在竹山乡和高坪乡的中心小学投用，四百三十名住校生从此冬天能用上热水，后续维护由委员轮值负责。',
  ],
  [
    ...([858, 'bamboo', 'photo_story', '竹山乡联工委', '竹山乡：竹林里开起协商会'] as const),
    '{day}，竹山乡联工委把协商会开进了竹林，十五名竹农和三家加工厂就采伐价格当面谈定。',
    ['hills', '竹林里的协商会'],
  ],
  [
    ...([
      482,
      'steps',
      'news',
      '青石镇联工委',
      '青石镇修好一百二十级石阶，老人下山不再绕路',
    ] as const),
    '{day}，青石镇青石板村的一百二十级石阶修缮完工。镇联工委把这件事列入春季议事清单，委员争取来石料，村民出工三百多个，山上二十六户老人下山不再绕行两公里。',
    ['street', '修好的石阶'],
  ],
];

/** Two of them went back once; one of them the center did not take. */
const returnedOnce: Record<string, string> = {
  ditch: '请补充两个村的村名和用水户数，“持续三年”要有出处。',
  young: '到场人数与通知不符，请核实后再报。',
};

export const earlier: SampleStory[] = rows.map(
  ([filedHoursAgo, key, kind, unit, headline, body, photo]) => {
    const why = returnedOnce[key];
    return {
      ...{ key, kind, unit, headline, body, place: unit.replace('联工委', ''), filedHoursAgo },
      photos: photo ? [{ scene: photo[0], caption: photo[1] }] : [],
      acts: why === undefined ? passed(filedHoursAgo, 3, 7) : sentBack(filedHoursAgo, why),
    };
  },
);

function sentBack(filedHoursAgo: number, note: string): SampleStory['acts'] {
  return [
    { hoursAgo: filedHoursAgo - 3, by: 'zhou', act: 'return', note },
    {
      ...{ hoursAgo: filedHoursAgo - 7, by: 'author', act: 'refile' },
      adds: '以上情况已与现场负责人核对。',
    },
    ...passed(filedHoursAgo - 7, 3, 6),
  ];
}
