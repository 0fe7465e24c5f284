import type { Doc } from '../../../local/cloud/database/language';
import { startDatabase } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(async () => {
  await database.stop();
  database.context.removeFolder();
});

const stories: Doc[] = [{ _id: 's1', of: ['u1', 'u3'] }, { _id: 's2', of: 'u2' }, { _id: 's3' }];
const units: Doc[] = [
  { _id: 'u1', codes: [1, 2], name: 'one' },
  { _id: 'u2', codes: [2], name: 'two' },
  { _id: 'u3', name: 'three' },
];
const byFields = { localField: 'of', foreignField: '_id', as: 'units' };
const byCode = { pipeline: [{ $match: { codes: 2 } }, { $project: { name: 1 } }], as: 'units' };

async function joined(suffix: string, fields: Doc): Promise<string[][]> {
  const engine = database.engine();
  const docs = engine.aggregate(`stories${suffix}`, [
    { $sort: { _id: 1 } },
    { $lookup: { from: `units${suffix}`, ...fields } },
  ]);
  return docs.map((doc) => (doc.units as Doc[]).map(({ name }) => String(name)).sort());
}

test('a lookup joins the same documents with an index as without', async () => {
  const engine = database.engine();
  await engine.setSchema({
    dropOthers: true,
    createCollections: true,
    collections: [
      { name: 'stories', indexes: [] },
      {
        name: 'units',
        indexes: [{ name: 'by_codes', fields: [{ path: 'codes', direction: 1 }] }],
      },
      { name: 'units_plain', indexes: [] },
      { name: 'stories_plain', indexes: [] },
    ],
  });
  for (const suffix of ['', '_plain']) {
    await engine.insert(`stories${suffix}`, stories);
    await engine.insert(`units${suffix}`, units);
  }
  expect(await joined('', byFields)).toEqual([['one', 'three'], ['two'], []]);
  expect(await joined('_plain', byCode)).toEqual(await joined('', byCode));
  const byOwnCode = { localField: 'code', foreignField: 'codes', as: 'units' };
  await engine.insert('stories', [{ _id: 's4', code: 2 }]);
  expect((await joined('', byOwnCode)).at(-1)).toEqual(['one', 'two']);
});

test('a lookup that counts, or takes the first in an order, answers as one that reads everything', async () => {
  const engine = database.engine();
  await engine.setSchema({
    dropOthers: true,
    createCollections: true,
    collections: [
      { name: 'organ', indexes: [] },
      {
        name: 'ranks',
        indexes: [
          {
            name: 'by_rank',
            fields: [
              { path: 'period', direction: 1 },
              { path: 'amount', direction: -1 },
            ],
          },
        ],
      },
      { name: 'ranks_plain', indexes: [] },
    ],
  });
  await engine.insert('organ', [{ _id: 'o' }]);
  const ranks = Array.from({ length: 60 }, (_, n) => ({
    ...{ _id: `r${n}`, period: n % 2 ? 'a' : 'b', amount: (n * 7) % 20 },
  }));
  await engine.insert('ranks', ranks);
  await engine.insert('ranks_plain', ranks);
  const match = { $match: { period: 'a', amount: { $gt: 6 } } };
  const pipelines: Doc[][] = [
    [match, { $count: 'above' }],
    [match, { $limit: 5 }, { $count: 'above' }],
    [{ $match: { period: 'none' } }, { $count: 'above' }],
    [match, { $sort: { amount: 1, _id: 1 } }, { $limit: 1 }],
    [match, { $sort: { amount: 1, _id: 1 } }, { $limit: 7 }, { $project: { amount: 1 } }],
  ];
  for (const pipeline of pipelines) {
    const joins = ['ranks', 'ranks_plain'].map((from) =>
      engine.aggregate('organ', [{ $lookup: { from, pipeline, as: 'found' } }]),
    );
    const byFacet = engine.aggregate('ranks', pipeline);
    expect(joins[0]).toEqual([{ _id: 'o', found: byFacet }]);
    expect(joins[1]).toEqual(joins[0]);
  }
});
