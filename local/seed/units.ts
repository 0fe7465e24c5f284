/** The units of the sample county; every name is made up or is one that each county has. */
export interface SampleUnit {
  name: string;
  kind: string;
  quotaClass: string | null;
}

const named = (
  kind: string,
  quotaClass: string | null,
  ending: string,
  names: string,
): SampleUnit[] => names.split(' ').map((name) => ({ name: name + ending, kind, quotaClass }));

/** Fifteen townships; the first is where the stage's correspondent works. */
export const townships = [
  ...named('township_office', 'A', '镇联工委', '城关 河口 青石 白鹭 柳溪 枫林 云岭 大桥 石门 沙洲'),
  ...named('township_office', 'B', '乡联工委', '竹山 茶园 双井 高坪 月湖'),
];

/** Twenty-four sectors. */
export const sectors = named(
  'sector',
  'C',
  '界',
  '中共 民革 民盟 民建 民进 农工党 九三学社 无党派人士 共青团 工会 妇联 青联 工商联 科协 文化艺术 科学技术 社会科学 ' +
    '经济 农业 教育 体育 新闻出版 医药卫生 社会福利',
);

/** Nine offices of the organ; the second is the publicity office. */
export const offices = named(
  'organ_office',
  null,
  '',
  '办公室 宣传办 提案委 经济科技委 农业农村委 教科卫体委 文史学习委 社会法制委 委员联络委',
);

export const studios = named('studio', null, '委员工作室', '连心桥 茶香 银杏 白鹭湾 匠心 杏林');

export const rooms = named(
  'room',
  null,
  '议事室',
  '老街 河口码头 青石板 柳溪村 云岭茶场 大桥社区 双井村 月湖渔村',
);

export const media = named('media', null, '', '县融媒体中心');
