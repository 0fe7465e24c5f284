import { closedToPhones, type CollectionShape } from './collection';

/** Packages that lie in the storage, whose folders no function can list. */
export const packages: CollectionShape = {
  name: 'packages',
  indexes: [{ name: 'by_time', fields: [{ path: 'at', direction: 1 }] }],
  rule: closedToPhones,
};

export interface PackageDocument {
  /** The hash of its message, which is its folder's name too. */
  _id: string;
  paths: string[];
  at: number;
}
