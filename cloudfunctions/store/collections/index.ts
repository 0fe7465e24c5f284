import { bindings } from './bindings';
import type { CollectionShape } from './collection';
import { people } from './people';
import { receipts } from './receipts';
import { settings } from './settings';

/** Every collection of the product; the build writes them to dist/database.json. */
export const collections: CollectionShape[] = [bindings, people, receipts, settings];
