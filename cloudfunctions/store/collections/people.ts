import { closedToPhones, type CollectionShape } from './collection';

/** Everyone in the directory, those who left included. */
export const people: CollectionShape = {
  name: 'people',
  indexes: [
    index('by_name', ['name']),
    index('by_unit', ['unitIds', 'name']),
    index('by_duty', ['dutyNames']),
  ],
  rule: closedToPhones,
};

function index(name: string, paths: string[]) {
  return { name, fields: paths.map((path) => ({ path, direction: 1 as const })) };
}
