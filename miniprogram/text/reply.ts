/** What the phone says of a reply that brought no value; every page asks here. */
import type { Refusal } from '../../cloudfunctions/contract/refusal';
import { failureText } from './failure';
import { refusalWords } from './refusal';
import { reviewText } from './review';

/** What was asked for is refused, or no answer came. */
export type Unmet = { failure: keyof typeof failureText } | { refusal: Refusal };

/** A reply as far as its words go. */
export type Outcome = { ok: true } | ({ ok: false } & Unmet);

/** Words for what is unmet; `name` is who else has the story. */
export function replyWords(unmet: Unmet, name: string | null = null): string {
  if ('failure' in unmet) return failureText[unmet.failure];
  if (unmet.refusal === 'claimed_by_other' && name) return `${reviewText.claimedBy(name)}。`;
  return refusalWords(unmet.refusal);
}

/** Why a reply is not a value; '' where it is one. */
export function whyNot(reply: Outcome): string {
  return reply.ok ? '' : replyWords(reply);
}
