import { type Doc, project } from '../../../../local/cloud/database/language';

const story = {
  _id: 's1',
  title: '茶园',
  unit: { name: '城关镇', code: 7 },
  notes: [
    { by: 'zhou', text: 'x', n: 1 },
    { by: 'wu', text: 'y', n: 2 },
  ],
  scores: [1, 5, 9],
};

// https://www.mongodb.com/docs/manual/tutorial/project-fields-from-query-results/
test.each<[projection: Doc, kept: Doc]>([
  [{}, story],
  [{ title: 1 }, { _id: 's1', title: '茶园' }],
  [{ title: true, _id: 0 }, { title: '茶园' }],
  [{ _id: 1 }, { _id: 's1' }],
  [{ _id: 0, notes: 0, scores: 0, unit: 0 }, { title: '茶园' }],
  [
    { notes: 0, scores: 0, 'unit.code': 0 },
    { _id: 's1', title: '茶园', unit: { name: '城关镇' } },
  ],
  [{ 'unit.name': 1 }, { _id: 's1', unit: { name: '城关镇' } }],
  [{ 'notes.by': 1 }, { _id: 's1', notes: [{ by: 'zhou' }, { by: 'wu' }] }],
  [{ 'scores.x': 1 }, { _id: 's1', scores: [] }],
  [{ 'title.x': 1 }, { _id: 's1' }],
  [{ absent: 1 }, { _id: 's1' }],
  [
    { scores: { $slice: 2 }, title: 1 },
    { _id: 's1', title: '茶园', scores: [1, 5] },
  ],
  [
    { scores: { $slice: -2 }, notes: 0, unit: 0 },
    { _id: 's1', title: '茶园', scores: [5, 9] },
  ],
  [
    { scores: { $slice: [1, 1] }, title: 1 },
    { _id: 's1', title: '茶园', scores: [5] },
  ],
  [
    { scores: { $slice: [-2, 1] }, title: 1 },
    { _id: 's1', title: '茶园', scores: [5] },
  ],
  [{ notes: { $elemMatch: { by: 'wu' } } }, { _id: 's1', notes: [story.notes[1]] }],
  [{ notes: { $elemMatch: { by: 'he' } } }, { _id: 's1' }],
])('the projection %j keeps what it names', (projection, kept) => {
  expect(project(story, projection)).toEqual(kept);
});

test('fields come in the order of the document', () => {
  expect(Object.keys(project(story, { scores: 1, title: 1 }))).toEqual(['_id', 'title', 'scores']);
});

test.each<[projection: Doc, words: string]>([
  [{ title: 1, unit: 0 }, 'mix of inclusion and exclusion'],
  [{ title: 'x' }, 'Unsupported projection option: title'],
  [{ title: { $add: [1, 2] } }, 'Unsupported projection option: title'],
  [{ unit: 1, 'unit.name': 1 }, 'Path collision at unit.name'],
  [{ scores: { $slice: 'x' } }, '$slice only supports numbers'],
  [{ scores: { $slice: [0, 0] } }, '$slice limit must be positive'],
  [{ 'notes.$': 1 }, 'positional projection'],
  [{ notes: { $elemMatch: 1 } }, 'elemMatch: Invalid argument'],
])('the projection %j is refused', (projection, words) => {
  expect(() => project(story, projection)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(words) as string,
    }),
  );
});
