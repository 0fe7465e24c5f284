import { zipSync } from 'fflate';
import { startCounty, type County } from '../../support/county/county';
import { rosterOf, uploadRoster, withPart } from '../../support/county/roster';

let county: County;

beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.stop());

const sheetPart = 'xl/worksheets/sheet2.xml';

test('ranges over a whole sheet cost nothing', async () => {
  const plain = await rosterOf({ people: [['范围示例', '示例县政协']] });
  const merged = withPart(plain, sheetPart, (xml) =>
    xml.replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="J1:XFD1048576"/></mergeCells>',
    ),
  );
  const named = withPart(merged, 'xl/workbook.xml', (xml) =>
    xml.replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="all">人员!$A$1:$XFD$1048576</definedName></definedNames>',
    ),
  );
  const file = await uploadRoster(county, county.he, named);
  expect(await county.he.value('roster.check', { file })).toMatchObject({ people: 1 });
});

const theBomb = async () =>
  withPart(await rosterOf({}), sheetPart, (xml) => xml + ' '.repeat(64 * 1024 * 1024));

/** The same zip whose directory says that the sheet is a hundred bytes. */
function claimingLess(zip: Buffer): Buffer {
  const name = zip.lastIndexOf(sheetPart);
  zip.writeUInt32LE(100, name - 46 + 24);
  return zip;
}

test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ['a text under the name of a workbook', () => Buffer.from('姓名,单位'), 'file_unreadable'],
  [
    'a zip of something else',
    () => Buffer.from(zipSync({ 'a.txt': new Uint8Array(9) })),
    'file_unreadable',
  ],
  [
    'a broken sheet',
    async () => withPart(await rosterOf({}), 'xl/workbook.xml', () => '<work'),
    'file_unreadable',
  ],
  ['a zip bomb', () => theBomb(), 'file_too_large'],
  [
    'a zip bomb that claims to be small',
    async () => claimingLess(await theBomb()),
    'file_unreadable',
  ],
  ['two megabytes', () => Buffer.alloc(2 * 1024 * 1024, 1), 'file_too_large'],
  [
    'thousands of rows',
    () =>
      rosterOf({ people: Array.from({ length: 3100 }, (_none, index) => [`多${index}`, '某']) }),
    'file_too_large',
  ],
])('%s is refused', async (_what, bytesOf, refusal) => {
  const file = await uploadRoster(county, county.he, await bytesOf());
  expect(await county.he.call('roster.check', { file })).toMatchObject({ refusal });
  expect(await county.he.call('roster.import', { file })).toMatchObject({ refusal });
});

test('a file that is not there, and one that is not what its name says, are refused', async () => {
  const missing = { sha256: 'a'.repeat(64), bytes: 100 };
  expect(await county.he.call('roster.check', { file: missing })).toMatchObject({
    refusal: 'file_missing',
  });
  const bytes = await rosterOf({});
  const file = await uploadRoster(county, county.he, bytes);
  await fetch(`${county.cloud.base}/upload/incoming/${county.he.openid}/${file.sha256}.xlsx`, {
    ...{ method: 'PUT', headers: { 'x-openid': county.he.openid }, body: Buffer.from('another') },
  });
  expect(await county.he.call('roster.import', { file })).toMatchObject({
    refusal: 'file_changed',
  });
});
