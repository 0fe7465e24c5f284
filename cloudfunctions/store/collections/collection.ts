/** A collection as the deployment and the laptop's cloud create it. */
export interface CollectionShape {
  name: string;
  /** At most ten a collection (facts: CloudBase's quota is 10 or 100 depending on the page). */
  indexes: IndexShape[];
  /** CloudBase's database security rule; phones read and write nothing directly. */
  rule: { read: false; write: false };
}

export interface IndexShape {
  name: string;
  fields: { path: string; direction: 1 | -1 }[];
  unique?: boolean;
}

/** Every read and write goes through a function. */
export const closedToPhones = { read: false, write: false } as const;
