/** All that there is of a period at once, as a closing and a dry run see it after their last page. */
import { periodFacts, type RuleMaterial } from '../../../cloudfunctions/domain/bulletin/rule-facts';
import type { RuleFact } from '../../../cloudfunctions/domain/points/facts';
import type { PeriodFacts } from '../../../cloudfunctions/domain/points/period-facts';
import { askedBy, itemsOf } from '../../../cloudfunctions/domain/points/period-items';
import { withItems } from '../../../cloudfunctions/domain/points/period-parts';
import {
  nothingGathered,
  withEntries,
  withFacts,
  type Gathered,
} from '../../../cloudfunctions/domain/points/period-sums';
import type { RuleEntry } from '../../../cloudfunctions/domain/points/rule-entry';
import type { PeriodRule } from '../../../cloudfunctions/domain/points/rulebook';

export interface WholePeriod extends Omit<RuleMaterial, 'gathered'> {
  entries: RuleEntry[];
  facts: RuleFact[];
}

export function wholePeriod(
  { entries, facts, ...material }: WholePeriod,
  rules: PeriodRule[],
  from: string,
): PeriodFacts {
  const gathered = wholeGathered({ ...material, entries, facts }, rules, from);
  return periodFacts({ ...material, gathered }, from);
}

export function wholeGathered(
  { entries, facts, ...material }: WholePeriod,
  rules: PeriodRule[],
  from: string,
): Gathered {
  const { period } = material;
  const asked = askedBy(rules);
  const summed = withFacts(withEntries(nothingGathered, period, entries), period, facts);
  const { accounts } = periodFacts({ ...material, gathered: summed }, from);
  const items = itemsOf(asked, entries, { period, place: 0 });
  return withItems(summed, asked, items, accounts);
}
