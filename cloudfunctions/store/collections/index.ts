import { bindings } from './bindings';
import { codeAttempts } from './code-attempts';
import type { CollectionShape } from './collection';
import { directoryEvents } from './directory-events';
import { invites } from './invites';
import { people } from './people';
import { receipts } from './receipts';
import { settings } from './settings';
import { units } from './units';

/** Every collection of the product; the build writes them to dist/database.json. */
export const collections: CollectionShape[] = [
  bindings,
  codeAttempts,
  directoryEvents,
  invites,
  people,
  receipts,
  settings,
  units,
];
