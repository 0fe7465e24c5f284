/** What a schema cannot see: does a rulebook hold together? */
import { headingProblem, includes, type HeadingFound } from './check-headings';
import { periodProblem, type PeriodProblem } from './check-period-rule';
import type { FactKind } from './facts';
import type { Base, Condition, Line, PeriodRule, Rule, Rulebook, When } from './rulebook';

export type RulebookProblem =
  | 'id_twice'
  | 'table_uneven'
  | 'range_empty'
  | 'days_reversed'
  | 'day_unreal'
  | 'printing_only'
  | 'fact_only'
  | 'split_empty'
  | 'nothing_counted'
  | 'line_unreached'
  | 'penalty_gains'
  | HeadingFound['problem']
  | PeriodProblem;

export interface Found {
  problem: RulebookProblem;
  /** The name of the rule that has it; empty for the rulebook itself. */
  rule: string;
  /** The name of the line, row or column within it, where one has it. */
  part?: string;
}

type Draft = Pick<Rulebook, 'name' | 'effectiveFrom' | 'rules' | 'periodRules'>;

/** The first problem, rule by rule; undefined when it can be put in force. */
export function checkRulebook(draft: Draft): Found | undefined {
  if (!isReal(draft.effectiveFrom)) return { problem: 'day_unreal', rule: '' };
  if (draft.rules.length === 0) return { problem: 'nothing_counted', rule: '' };
  const twice = twiceNamed([...draft.rules, ...draft.periodRules]);
  if (twice) return { problem: 'id_twice', rule: twice.name };
  for (const rule of draft.rules) {
    const problem = problemOf(rule);
    if (problem) return { problem, rule: rule.name };
    const inside = lineProblem(rule.lines);
    if (inside) return { ...inside, rule: rule.name };
  }
  for (const rule of draft.periodRules) {
    const problem = periodProblem(rule);
    if (problem) return { problem, rule: rule.name };
  }
  return undefined;
}

function lineProblem(lines: Line[]): Omit<Found, 'rule'> | undefined {
  const [found] = lines.flatMap(
    ({ base }) => (base.kind === 'table' ? headingProblem(base) : null) ?? [],
  );
  if (found) return found;
  const hidden = lines.find((line, at) => lines.slice(0, at).some((former) => hides(former, line)));
  return hidden && { problem: 'line_unreached', part: hidden.label };
}

/** A fixed or per-unit amount answers for whatever fits it, so that nothing is left for a later line. */
function hides({ when, base }: Line, later: Line): boolean {
  if (base.kind !== 'fixed' && base.kind !== 'per') return false;
  return when.from === null && when.to === null && includes(when.conditions, later.when.conditions);
}

// Targets are told apart by the rule's id, so two rules of one id would undo each other.
function twiceNamed(rules: (Rule | PeriodRule)[]): Rule | PeriodRule | undefined {
  return rules.find(({ id }, place) => rules.findIndex((other) => other.id === id) < place);
}

function problemOf(rule: Rule): RulebookProblem | undefined {
  const whens = [rule, ...rule.lines, ...rule.modifiers].map(({ when }) => when);
  const bases = rule.lines.map(({ base }) => base);
  const conditions = [
    ...whens.flatMap((when) => when.conditions),
    ...bases.flatMap((base) =>
      base.kind === 'table'
        ? [...base.rows, ...base.columns].flatMap((heading) => heading.conditions)
        : [],
    ),
  ];
  if (!whens.every(hasRealDays)) return 'day_unreal';
  if (whens.some(({ from, to }) => from !== null && to !== null && from > to)) {
    return 'days_reversed';
  }
  if (conditions.some(isEmpty)) return 'range_empty';
  if (!bases.every(isEven)) return 'table_uneven';
  if (isPenalty(rule) && bases.some(gains)) return 'penalty_gains';
  return (
    misplaced(rule, conditions) ?? (rule.shares.every(sharesSomething) ? undefined : 'split_empty')
  );
}

/** What nobody earns by: a plus there is a minus forgotten. */
const penalties: readonly string[] = [
  'false_news',
  'negative_news',
  'late_return',
  'missed_return',
  'missed_commission',
] satisfies FactKind[];

function isPenalty({ when }: Rule): boolean {
  return when.conditions.some(
    (condition) =>
      condition.dimension === 'factKind' &&
      condition.is === 'one_of' &&
      condition.values.every((kind) => penalties.includes(kind)),
  );
}

function gains(base: Base): boolean {
  switch (base.kind) {
    case 'fixed':
      return base.amount > 0;
    case 'table':
      return base.amounts.flat().some((amount) => (amount ?? 0) > 0);
    case 'steps':
      return base.steps.some(({ amount }) => amount > 0);
    case 'per':
      return base.start > 0 || base.amount > 0;
    case 'fee':
      return false;
  }
}

/** A condition that no cause of this kind can ever know would silently never hold. */
function misplaced(rule: Rule, conditions: Condition[]): RulebookProblem | undefined {
  const ofFacts = ['factKind', 'mark', 'holder'];
  const ofBoth = ['level', 'unitClass', 'quantity'];
  const isForeign = ({ dimension }: Condition) =>
    rule.cause === 'printing'
      ? ofFacts.includes(dimension)
      : ![...ofFacts, ...ofBoth].includes(dimension);
  if (!conditions.some(isForeign)) return undefined;
  return rule.cause === 'printing' ? 'fact_only' : 'printing_only';
}

function isEmpty(condition: Condition): boolean {
  if (condition.is !== 'range') return false;
  const { atLeast, under } = condition;
  return (atLeast === null && under === null) || (atLeast ?? -Infinity) >= (under ?? Infinity);
}

function isEven(base: Base): boolean {
  if (base.kind !== 'table') return true;
  const { rows, columns, amounts } = base;
  return amounts.length === rows.length && amounts.every((row) => row.length === columns.length);
}

function sharesSomething(share: Rule['shares'][number]): boolean {
  if (share.percent === 0) return false;
  if (share.account === 'unit' || share.split.how.kind !== 'parts') return true;
  return Object.values(share.split.how.weights).some((weight) => weight > 0);
}

const hasRealDays = ({ from, to }: When) => [from, to].every((on) => on === null || isReal(on));

function isReal(on: string): boolean {
  const at = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on);
}
