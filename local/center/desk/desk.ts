/** What a person at the desk decides: printed somewhere, not taken, read so many times. */
import { newAnswer } from '../answer/answer';
import { newest, stateOf, type HeldStory, type Inbox } from '../inbox';
import type { Metrics, Position, Printing, Rejection } from '../record';

/** Why the desk does not take an entry; the page has the words. */
export type DeskRefusal =
  | 'outlet_missing'
  | 'headline_missing'
  | 'day_missing'
  | 'day_ahead'
  | 'embargoed'
  | 'version_changed'
  | 'reason_missing'
  | 'already_published'
  | 'number_missing';

export class NotTaken extends Error {
  constructor(readonly reason: DeskRefusal) {
    super(reason);
    this.name = 'NotTaken';
  }
}

export interface PrintingEntry {
  /** The version that the person saw. */
  version: number;
  outlet: string;
  headline: string;
  position: Position;
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  printedOn: string;
}

interface Desk {
  inbox: Inbox;
  base: string;
  now: number;
}

/**
 * The story appeared. Also where it has been killed meanwhile: what went to press before the kill was
 * known is out, and the sender must hear of it.
 */
export function publish(story: HeldStory, entry: PrintingEntry, desk: Desk): Printing {
  const { inbox, base, now } = desk;
  const { uri } = story;
  const { version, outlet, headline, position } = entry;
  if (outlet === '') throw new NotTaken('outlet_missing');
  if (headline === '') throw new NotTaken('headline_missing');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.printedOn)) throw new NotTaken('day_missing');
  if (entry.printedOn > dayOf(now)) throw new NotTaken('day_ahead');
  refuseChanged(story, version);
  const { embargoedUntil } = newest(story).story;
  if (embargoedUntil && Date.parse(embargoedUntil) > now) throw new NotTaken('embargoed');
  const article = inbox.nextArticle();
  const printed = {
    ...{ outlet, headline, position },
    printedAt: momentOf(entry.printedOn, now),
    url: `${base}/articles/${article}`,
  };
  const at = new Date(now).toISOString();
  const answer = newAnswer({ kind: 'published', uri, version, at, ...printed });
  return { kind: 'printing', at: now, uri, version, article, ...printed, answer };
}

/** The story will not appear. */
export function reject(
  story: HeldStory,
  { version, reason }: { version: number; reason: string },
  { now }: Pick<Desk, 'now'>,
): Rejection {
  const { uri } = story;
  if (reason === '') throw new NotTaken('reason_missing');
  refuseChanged(story, version);
  if (stateOf(story) === 'published') throw new NotTaken('already_published');
  const at = new Date(now).toISOString();
  const answer = newAnswer({ kind: 'rejected', uri, version, at, reason });
  return { kind: 'rejection', at: now, uri, version, reason, answer };
}

/** How a printing fares; counts are totals by now. */
export function reportMetrics(
  { uri, version, article, outlet, url }: Printing,
  { reads, forwards }: Pick<Metrics, 'reads' | 'forwards'>,
  { now }: Pick<Desk, 'now'>,
): Metrics {
  if (reads === null && forwards === null) throw new NotTaken('number_missing');
  const at = new Date(now).toISOString();
  const answer = newAnswer({ kind: 'metrics', uri, version, at, outlet, url, reads, forwards });
  return { kind: 'metrics', at: now, uri, article, reads, forwards, answer };
}

/** Who opened the page before a correction came has not seen what would be printed. */
function refuseChanged(story: HeldStory, version: number): void {
  if (newest(story).story.version !== version) throw new NotTaken('version_changed');
}

/** Today means now; of another day only the day is known. */
function momentOf(printedOn: string, now: number): string {
  return printedOn === dayOf(now) ? new Date(now).toISOString() : `${printedOn}T12:00:00+08:00`;
}

const offsetMs = 8 * 60 * 60 * 1000;

/** `YYYY-MM-DD` in China. */
export function dayOf(at: number): string {
  return new Date(at + offsetMs).toISOString().slice(0, 10);
}
