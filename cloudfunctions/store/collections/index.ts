import { adoptionEvents } from './adoption-events';
import { adoptions } from './adoptions';
import { bindings } from './bindings';
import { chains } from './chains';
import { codeAttempts } from './code-attempts';
import { codes } from './codes';
import type { CollectionShape } from './collection';
import { contentTraces } from './content-traces';
import { counters } from './counters';
import { directoryEvents } from './directory-events';
import { drafts } from './drafts';
import { invites } from './invites';
import { outlets } from './outlets';
import { people } from './people';
import { receipts } from './receipts';
import { registeredFacts } from './registered-facts';
import { revisions } from './revisions';
import { settings } from './settings';
import { stories } from './stories';
import { storyEvents } from './story-events';
import { units } from './units';

/** Every collection of the product; the build writes them to dist/database.json. */
export const collections: CollectionShape[] = [
  adoptionEvents,
  adoptions,
  bindings,
  chains,
  codeAttempts,
  codes,
  contentTraces,
  counters,
  directoryEvents,
  drafts,
  invites,
  outlets,
  people,
  receipts,
  registeredFacts,
  revisions,
  settings,
  stories,
  storyEvents,
  units,
];
