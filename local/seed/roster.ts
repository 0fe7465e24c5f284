/** The sample county as an office enters it: one .xlsx, imported. */
import type { Gateway } from './gateway';
import { personas, type SamplePerson } from './people';
import type { SampleUnit } from './units';
import { workbookOf } from './workbook';

const kindWords: Record<string, string> = {
  organ_office: '机关委室',
  township_office: '乡镇联工委',
  sector: '界别',
  studio: '委员工作室',
  room: '议事室',
  media: '媒体',
};

const dutyWords: Record<string, string> = {
  correspondent: '通讯员',
  publicity_office: '宣传办',
  reviewer: '二审审核员',
  leader: '分管领导',
  media_editor: '媒体编辑',
};

/** Imports them all, as many steps as it takes. */
export async function importRoster(
  { call, upload }: Gateway,
  roster: { units: SampleUnit[]; people: SamplePerson[] },
): Promise<void> {
  const bytes = workbookOf({
    单位: [['单位名称', '单位类别', '上级单位', '分类'], ...roster.units.map(unitRow)],
    人员: [
      ['姓名', '所在单位', '身份', '手机', '单位负责人', '职责', '职责范围'],
      ...roster.people.map(personRow),
    ],
  });
  const file = { sha256: await upload(personas.he, 'xlsx', bytes), bytes: bytes.length };
  for (let left = Infinity; left > 0;) {
    const step = await call<{ left: number }>(personas.he, 'roster.import', { file });
    left = step.left;
  }
}

const unitRow = ({ name, kind, quotaClass }: SampleUnit) => [
  ...[name, kindWords[kind] ?? '', '', quotaClass ?? ''],
];

function personRow({ name, unit, standing, isHead, duty }: SamplePerson, n: number): string[] {
  return [
    ...[name, unit, standing === 'member' ? '委员' : '工作人员', String(13_900_000_000 + n)],
    ...[isHead ? '是' : '', duty ? (dutyWords[duty.duty] ?? '') : '', duty?.unit ?? ''],
  ];
}
