import ExcelJS from 'exceljs';
import { startCounty, type County, type Member } from '../../support/county/county';
import { rosterOf, uploadRoster, type RosterCells } from '../../support/county/roster';

let county: County;
let lin: Member;

beforeAll(async () => {
  county = await startCounty();
  lin = await county.member('林示例');
});
afterAll(() => county.stop());

const uploaded = async (cells: RosterCells) =>
  uploadRoster(county, county.he, await rosterOf(cells));

const check = async (cells: RosterCells) =>
  county.he.value('roster.check', { file: await uploaded(cells) });

const importAll = async (file: { sha256: string; bytes: number }) => {
  const steps = [];
  for (;;) {
    const step = await county.he.value('roster.import', { file });
    steps.push(step);
    if (step.left === 0) return steps;
  }
};

const listUnits = async () => (await county.he.value('unit.list', {})).units;

const listNames = async (name: string) =>
  (await county.he.value('person.list', { unitId: null, name, after: null })).people;

test('a clean roster is checked, imported in steps and found in the directory once', async () => {
  const people = Array.from({ length: 70 }, (_none, index) => [
    ...[`甲${index}示例`, '青石镇联工委', '委员', 13900000000 + index, '', '通讯员'],
  ]);
  const units = [
    ['老街议事室', '议事室', '青石镇联工委'],
    ['青石镇联工委', '乡镇联工委', '', 'A'],
  ];
  const file = await uploaded({ units, people });
  expect(await county.he.value('roster.check', { file })).toEqual({
    ...{ units: 2, people: 70, known: 0, problems: [], problemCount: 0 },
  });
  expect(await listNames('甲')).toHaveLength(0);
  const steps = await importAll(file);
  expect(steps.map(({ left }) => left)).toEqual([42, 12, 0]);
  const standing = await listUnits();
  const township = standing.find(({ name }) => name === '青石镇联工委');
  expect(standing.find(({ name }) => name === '老街议事室')?.parentId).toBe(township?.id);
  const [first] = await listNames('甲0示例');
  const duties = [{ duty: 'correspondent', stage: null, unitIds: [township?.id] }];
  expect(first).toMatchObject({ standing: 'member', duties });
  const again = await county.he.value('roster.check', { file });
  expect(again).toMatchObject({ units: 0, people: 0, known: 72 });
  expect(await county.he.value('roster.import', { file })).toEqual({
    units: 0,
    people: 0,
    left: 0,
  });
});

test('two phones importing one file at once add every row once', async () => {
  const file = await uploaded({
    people: Array.from({ length: 20 }, (_none, index) => [`乙${index}示例`, '示例县政协']),
  });
  const answers = await Promise.all([1, 2, 3].map(() => county.he.call('roster.import', { file })));
  for (const answer of answers) {
    expect(answer.ok || answer.refusal === 'changed_meanwhile').toBe(true);
  }
  expect(await listNames('乙')).toHaveLength(20);
});

test('an imported person who was renamed or left is not imported again', async () => {
  const file = await uploaded({ people: [['丙示例', '示例县政协', '', '13700000001']] });
  await importAll(file);
  const [person] = await listNames('丙示例');
  await county.he.value('person.leave', { personId: person?.id ?? '', successorId: null });
  expect(await county.he.value('roster.check', { file })).toMatchObject({ people: 0, known: 1 });
});

test('every bad row is named in plain words, and nothing is written', async () => {
  const cells: RosterCells = {
    units: [
      ['', '议事室', ''],
      ['没有类别的单位', '', ''],
      ['constructor', 'constructor', ''],
      ['甲村议事室', '议事室', '不存在的镇'],
      ['圈一', '议事室', '圈二'],
      ['圈二', '议事室', '圈一'],
      ['重复议事室', '议事室', ''],
      ['重复议事室', '议事室', ''],
    ],
    people: [
      ['', '示例县政协'],
      ['无单位示例', ''],
      ['错单位示例', '不存在的单位'],
      ['错电话示例', '示例县政协', '', '1380000'],
      ['两电话示例', '示例县政协', '', '13800000001/13800000002'],
      ['错职责示例', '示例县政协', '', '', '', '记者站长'],
      ['管理示例', '示例县政协', '', '', '', '管理员'],
      ['错身份示例', '示例县政协', '群众'],
      ['重名示例', '示例县政协'],
      ['重名示例', '示例县政协'],
      ['林示例', '示例县政协'],
      ['错负责示例', '示例县政协', '', '', '大概'],
      ['错范围示例', '示例县政协', '', '', '', '', '示例县政协'],
    ],
  };
  const before = await listUnits();
  const { problems, problemCount } = await check(cells);
  expect(problems.map(({ sheet, row }) => `${sheet}${row}`)).toEqual([
    ...[2, 3, 4, 5, 6, 7, 9].map((row) => `单位${row}`),
    ...[2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14].map((row) => `人员${row}`),
  ]);
  expect(problemCount).toBe(problems.length);
  expect(problems[3]?.words).toBe('没有叫“不存在的镇”的上级单位，请核对名称。');
  const file = await uploaded(cells);
  expect(await county.he.call('roster.import', { file })).toMatchObject({
    refusal: 'roster_unclean',
  });
  expect(await listUnits()).toEqual(before);
  expect(await listNames('错')).toEqual([]);
});

test('a unit whose own row is bad is not blamed on the people who name it', async () => {
  const { problems } = await check({
    units: [['坏单位', '没有的类别']],
    people: [['无辜示例', '坏单位']],
  });
  expect(problems.map(({ sheet }) => sheet)).toEqual(['单位']);
});

test('cells are read as people see them', async () => {
  const date = new Date('2026-11-22');
  const file = await uploaded({
    people: [
      [{ richText: [{ text: '丁' }, { text: '　示例' }] }, '示例县政协', '', 13600000001],
      [{ formula: 'A1', result: '戊示例' }, '示例县政协', '', '+86 136-0000-0002'],
      [
        '己示例',
        { text: '示例县政协', hyperlink: 'http://localhost/' },
        '',
        '１３６０００００００３',
      ],
      ['庚示例', '示例县政协', '', { formula: 'B1', result: 13600000004 }],
    ],
  });
  await importAll(file);
  for (const [name, phone] of [
    ...[
      ['丁示例', '13600000001'],
      ['戊示例', '13600000002'],
    ],
    ...[
      ['己示例', '13600000003'],
      ['庚示例', '13600000004'],
    ],
  ]) {
    const [line] = await listNames(name ?? '');
    const { person } = await county.he.value('person.show', { personId: line?.id ?? '' });
    expect(person).toMatchObject({ name, phone });
  }
  const error = { error: '#REF!' as const };
  const { problems } = await check({
    people: [
      ['辛示例', '示例县政协', '', date],
      ['壬示例', '示例县政协', '', error],
    ],
  });
  expect(problems.map(({ row, words }) => [row, words])).toEqual([
    [2, '“手机”一栏是日期，请改成文字。'],
    [3, '“手机”一栏的公式算不出结果，请改成文字。'],
  ]);
});

test('a person of several units is one row; the number tells somebody known from a namesake', async () => {
  const units = [
    ['教育界别', '界别'],
    ['医卫界别', '界别'],
  ];
  const row = ['癸示例', '教育界别、医卫界别', '委员', '13500000001', '是', '通讯员，二审审核员'];
  await importAll(await uploaded({ units, people: [row] }));
  const [person] = await listNames('癸示例');
  expect(person?.memberships.map(({ isHead }) => isHead)).toEqual([true, false]);
  expect(person?.duties).toMatchObject([{ duty: 'correspondent' }, { duty: 'reviewer', stage: 2 }]);
  expect(await check({ people: [row] })).toMatchObject({ people: 0, known: 1, problemCount: 0 });
  const namesake = ['癸示例', '教育界别', '委员', '13500000002'];
  expect((await check({ people: [namesake] })).problems[0]?.words).toContain('已在人员名册里');
});

test('headings are found below a title, and a missing one is named', async () => {
  const workbook = new ExcelJS.Workbook();
  const rows = [['示例县政协人员名册'], [], ['序号', '姓名', '手机号'], [1, '某示例', '']];
  workbook.addWorksheet('人员').addRows(rows);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  const file = await uploadRoster(county, county.he, bytes);
  const { problems } = await county.he.value('roster.check', { file });
  expect(problems).toEqual([
    { sheet: '人员', row: null, words: '表头缺少“所在单位”一栏，请用模板填写。' },
  ]);
});

test('the template opens as a workbook with the units that stand, and may be sent back', async () => {
  const { base64, name } = await county.he.value('roster.template', {});
  expect(name).toMatch(/\.xlsx$/);
  const bytes = Buffer.from(base64, 'base64');
  expect(bytes.length).toBeLessThan(60_000);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer); // its types know only their own
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['单位', '人员', '填写说明']);
  const file = await uploadRoster(county, county.he, bytes);
  const report = await county.he.value('roster.check', { file });
  expect(report).toMatchObject({ units: 0, people: 0, problems: [] });
});

test('only an administrator imports, and only from the own folder', async () => {
  const file = await uploaded({ people: [['越权示例', '示例县政协']] });
  for (const phone of [lin, county.phone('o-visitor-roster')]) {
    expect(await phone.call('roster.template', {})).toMatchObject({ refusal: 'not_allowed' });
    expect(await phone.call('roster.check', { file })).toMatchObject({ refusal: 'not_allowed' });
    expect(await phone.call('roster.import', { file })).toMatchObject({ refusal: 'not_allowed' });
  }
  const duty = { duty: 'administrator' as const, stage: null, unitIds: [county.rootId] };
  await county.he.value('duty.grant', { personId: lin.personId, ...duty });
  expect(await lin.call('roster.check', { file })).toMatchObject({ refusal: 'file_missing' });
});
