/** What a domain function decides: the changes to be written, or why it may not be. */
export type Decision<Changes, Refusal extends string = string> =
  { accepted: true; changes: Changes } | { accepted: false; refusal: Refusal };

/** The changes stand; nothing is written yet. */
export function accept<Changes>(changes: Changes): { accepted: true; changes: Changes } {
  return { accepted: true, changes };
}

/** A person asked for what may not be; `refusal` is a code of the contract. */
export function refuse<Refusal extends string>(
  refusal: Refusal,
): { accepted: false; refusal: Refusal } {
  return { accepted: false, refusal };
}
