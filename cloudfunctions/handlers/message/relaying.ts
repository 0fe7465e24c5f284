import type { Channel } from '../../channels/channel';
import type { SyndicationChannel } from '../../domain/syndication/channel';
import type { Store } from '../../store';

/** What a run of relay works with. */
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
  /** No attempt begins later than `attemptMs` before this moment. */
  until: number;
  log(line: { message: string; outcome: string; why: string }): void;
}
