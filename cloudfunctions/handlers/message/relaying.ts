import type { Channel } from '../../channels/channel';
import type { SyndicationChannel } from '../../domain/syndication/channel';
import type { Store } from '../../store';

/** What one run of relay works with. */
export interface Relaying {
  store: Store;
  now(): number;
  newId(): string;
  /** A random number of [0, 1). */
  chance(): number;
  open(channel: SyndicationChannel): Channel;
  /** Where photo links begin, e.g. `https://…/inbound`. */
  linkBase: string;
  organName: string;
  /** Every attempt has ended by then. */
  until: number;
  log(line: { message: string; outcome: string; why: string }): void;
}
