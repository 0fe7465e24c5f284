/** What the page of a story compares: two looks at it, and two of its revisions; no wx. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { fieldText, storyText } from '../../text/story';
import type { StoryView } from './view';

type Difference = ValueOf<'revision.compare'>;

/** A revision that is opened beside the one before it. */
export interface Compared {
  to: number;
  headline: Difference['headline'];
  body: Difference['body'];
  others: string;
}

/**
 * Deliveries and printings are no part of the story's version; a claim ends by itself, and with it what
 * may be done changes; links to clippings are new at every look.
 */
export function isMovedOutside(before: StoryView, now: StoryView): boolean {
  const [left, right] = [before, now].map(({ adoptions, deliveries, choice, claim, allowed }) =>
    JSON.stringify([
      deliveries,
      choice,
      claim,
      allowed,
      adoptions.map((one) => ({ ...one, clippingUrl: null })),
    ]),
  );
  return left !== right;
}

/** Names of the other fields that a revision changed, in words. */
export function othersWords(fields: string[]): string {
  const named: Record<string, string> = fieldText;
  const words = fields.map((field) => named[field] ?? field);
  return words.length === 0 ? '' : storyText.others(words);
}
