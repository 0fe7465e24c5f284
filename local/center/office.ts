import type { Inbox } from './inbox';
import type { Journal } from './journal';
import type { Mishaps } from './mishap';
import type { Receiver } from './receive/receive-story';
import type { Arrival, CenterRecord } from './record';

/** What the center's pages and addresses work with. */
export interface Office extends Receiver {
  inbox: Inbox;
  journal: Journal<CenterRecord>;
  mishaps: Mishaps;
  /** The center's name, as its pages show it. */
  name: string;
  outlets: string[];
  secrets: string[];
  base: string;
  now(): number;
  /** Something is to be answered. */
  wake(): void;
  /** What the center does by itself with a story that came. */
  decideAlone(arrival: Arrival): Promise<void>;
}
