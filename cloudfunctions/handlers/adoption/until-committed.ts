/** Printings of one work that may be settled at one moment before one gives up. */
const attemptsMax = 8;

/**
 * Loads, decides and commits again as long as the commit was outrun (`undefined`): what another
 * did meanwhile changes what follows from this act, but not that it may be done.
 */
export async function untilCommitted<Outcome>(
  attempt: () => Promise<Outcome | undefined>,
): Promise<Outcome | { ok: false; refusal: 'changed_meanwhile' }> {
  for (let count = 1; count <= attemptsMax; count += 1) {
    const outcome = await attempt();
    if (outcome) return outcome;
  }
  return { ok: false, refusal: 'changed_meanwhile' };
}
