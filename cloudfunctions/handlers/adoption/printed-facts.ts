import type { ParsedOf } from '../../contract';
import type { PrintedFacts } from '../../domain/adoption/settle-printing';
import type { Outlet } from '../../domain/outlet/outlet';

/** A printing as the office describes it; undefined where the directory has no such outlet. */
export function printedFacts(
  input: Omit<ParsedOf<'adoption.verify'>, 'adoptionId' | 'version' | 'note'>,
  outlets: Outlet[],
): PrintedFacts | undefined {
  const outlet = outlets.find(({ _id }) => _id === input.outletId);
  if (!outlet) return undefined;
  const { printedOn, position, genre, mode, words, durationSeconds, feeFen, headline } = input;
  const { credits } = input;
  return {
    ...{ outlet, printedOn, position, genre, mode, words, durationSeconds, feeFen },
    ...{ headlineAsPrinted: headline, credits },
  };
}
