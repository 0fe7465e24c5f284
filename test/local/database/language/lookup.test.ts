import type { Doc } from '../../../../local/cloud/database/language';
import { run, units } from './aggregate-support';

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/
describe('$lookup', () => {
  const join = (fields: Doc): Doc => ({ $lookup: { from: 'units', as: 'found', ...fields } });
  const titles = (docs: Doc[]): unknown[] =>
    docs.map((doc) => (doc.found as Doc[]).map((unit) => unit.title));

  test('joins equal fields', () => {
    const docs = run([join({ localField: 'unit', foreignField: '_id' })]);
    expect(titles(docs)).toEqual([['城东'], ['城西'], ['城东'], []]);
  });

  test('matches each element of a local array, and elements of a foreign one', () => {
    const docs = [{ codes: [3, 1, 2] }, { codes: 2 }, { codes: [] }, { codes: 9 }];
    expect(titles(run([join({ localField: 'codes', foreignField: 'codes' })], docs))).toEqual([
      ['城东', '城西'],
      ['城东'],
      [],
      [],
    ]);
  });

  test('holds a missing field equal to a missing or null one', () => {
    const docs = [{ _id: 1 }, { _id: 2, unit: null }];
    const found = titles(run([join({ localField: 'unit', foreignField: 'absent' })], docs));
    expect(found).toEqual([
      ['城东', '城西'],
      ['城东', '城西'],
    ]);
  });

  test('joins by a pipeline that uses variables of the outer document', () => {
    const stage = join({
      let: { unit: '$unit', least: 3 },
      pipeline: [
        { $match: { $expr: { $and: [{ $eq: ['$_id', '$$unit'] }, { $gt: ['$$least', 1] }] } } },
        { $project: { _id: 0, title: 1, of: '$$unit' } },
      ],
    });
    expect(run([stage, { $project: { found: 1 } }]).map((doc) => doc.found)).toEqual([
      [{ title: '城东', of: 'east' }],
      [{ title: '城西', of: 'west' }],
      [{ title: '城东', of: 'east' }],
      [],
    ]);
  });

  test('keeps the variables of a lookup around a lookup', () => {
    const inner = join({
      let: { title: '$title' },
      pipeline: [
        { $match: { $expr: { $eq: ['$title', '$$title'] } } },
        { $project: { _id: 0, both: { $concat: ['$$unit', '$$title'] } } },
      ],
    });
    const outer = join({
      let: { unit: '$unit' },
      pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$unit'] } } }, inner],
    });
    const [first, second] = run([outer]) as { found: { found: Doc[] }[] }[];
    expect(first?.found[0]?.found).toEqual([{ both: 'east城东' }]);
    expect(second?.found[0]?.found).toEqual([{ both: 'west城西' }]);
  });

  test('writes to a dotted field without touching the stored document', () => {
    const docs = [{ _id: 1, unit: 'east', j: { k: 1 } }];
    const stage = {
      $lookup: { from: 'units', localField: 'unit', foreignField: '_id', as: 'j.found' },
    };
    expect(run([stage], docs)).toEqual([{ _id: 1, unit: 'east', j: { k: 1, found: [units[0]] } }]);
  });
});
