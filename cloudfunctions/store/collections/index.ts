import { accounts } from './accounts';
import { adjustments } from './adjustments';
import { adoptionEvents } from './adoption-events';
import { adoptions } from './adoptions';
import { appeals } from './appeals';
import { bindings } from './bindings';
import { chains } from './chains';
import { channelHealth, channels } from './channels';
import { codeAttempts } from './code-attempts';
import { codes } from './codes';
import type { CollectionShape } from './collection';
import { counters } from './counters';
import { directoryEvents } from './directory-events';
import { drafts } from './drafts';
import { families } from './families';
import { freeings } from './freeings';
import { invites } from './invites';
import { ledgerEntries } from './ledger-entries';
import { outlets } from './outlets';
import { outboxMessages } from './outbox-messages';
import { packages } from './packages';
import { people } from './people';
import { bulletinPages, closedHeads, periodRuns, periods } from './periods';
import { photoLinks } from './photo-links';
import { receipts } from './receipts';
import { registeredFacts } from './registered-facts';
import { revisions } from './revisions';
import { rulebookDrafts } from './rulebook-drafts';
import { rulebooks } from './rulebooks';
import { settings } from './settings';
import { standings } from './standings';
import { stories } from './stories';
import { storyEvents } from './story-events';
import { rulebookTrials, trialParts } from './trials';
import { units } from './units';

/** Every collection of the product; the build writes them to dist/database.json. */
export const collections: CollectionShape[] = [
  accounts,
  adjustments,
  adoptionEvents,
  adoptions,
  appeals,
  bindings,
  bulletinPages,
  chains,
  channelHealth,
  channels,
  closedHeads,
  codeAttempts,
  codes,
  counters,
  directoryEvents,
  drafts,
  families,
  freeings,
  invites,
  ledgerEntries,
  outlets,
  outboxMessages,
  packages,
  people,
  periodRuns,
  periods,
  photoLinks,
  receipts,
  registeredFacts,
  revisions,
  rulebookDrafts,
  rulebooks,
  rulebookTrials,
  settings,
  standings,
  stories,
  storyEvents,
  trialParts,
  units,
];
