import { aggregate, type Doc } from '../../../../local/cloud/database/language';

/** Documents with numbers, arrays, dates and gaps. */
export const stories: Doc[] = [
  { _id: 1, unit: 'east', points: 5, tags: ['tea', 'road'], at: new Date(1000) },
  { _id: 2, unit: 'west', points: 7, tags: ['tea'], at: new Date(2000) },
  { _id: 3, unit: 'east', points: 2, tags: [], at: new Date(3000) },
  { _id: 4, unit: null, points: 'x', at: new Date(4000) },
];
/** The collection `units` that lookups find. */
export const units: Doc[] = [
  { _id: 'east', title: '城东', codes: [1, 2] },
  { _id: 'west', title: '城西', codes: [3] },
];

/** Runs a pipeline and checks that it left its documents as they were. */
export function run(stages: Doc[], docs: Doc[] = stories): Doc[] {
  const before = JSON.stringify(docs);
  const result = aggregate(stages, {
    documents: () => docs,
    collection: (name) => (name === 'units' ? units : []),
  });
  expect(JSON.stringify(docs)).toBe(before);
  return result;
}
