/** The sample county as an office enters it: one .xlsx, imported. */
import { Workbook } from 'exceljs';
import type { Gateway } from './gateway';
import { personas, type SamplePerson } from './people';
import type { SampleUnit } from './units';

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
  const bytes = await workbookOf(roster);
  const file = { sha256: await upload(personas.he, 'xlsx', bytes), bytes: bytes.length };
  for (let left = Infinity; left > 0;) {
    const step = await call<{ left: number }>(personas.he, 'roster.import', { file });
    left = step.left;
  }
}

async function workbookOf({
  units,
  people,
}: {
  units: SampleUnit[];
  people: SamplePerson[];
}): Promise<Buffer> {
  const workbook = new Workbook();
  workbook
    .addWorksheet('单位')
    .addRows([
      ['单位名称', '单位类别', '上级单位', '分类'],
      ...units.map(({ name, kind, quotaClass }) => [name, kindWords[kind], '', quotaClass ?? '']),
    ]);
  workbook
    .addWorksheet('人员')
    .addRows([
      ['姓名', '所在单位', '身份', '手机', '单位负责人', '职责', '职责范围'],
      ...people.map(rowOf),
    ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function rowOf({ name, unit, standing, isHead, duty }: SamplePerson, n: number): string[] {
  return [
    ...[name, unit, standing === 'member' ? '委员' : '工作人员', String(13_900_000_000 + n)],
    ...[isHead ? '是' : '', duty ? (dutyWords[duty.duty] ?? '') : '', duty?.unit ?? ''],
  ];
}
