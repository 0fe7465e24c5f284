/**
 * A rulebook entered by its forms alone: nothing is written but what a field on the page offers, as the
 * field would read it when it is typed. What the forms cannot hold stays different at the end.
 */
import {
  conditionOf,
  dimensionChoices,
  nothingMade,
  valueChoices,
} from '../../../miniprogram/admin/condition-sheet/view';
import { formOf as periodForm } from '../../../miniprogram/admin/period-rule/view';
import {
  noWhen,
  plainBases,
  plainChanges,
  plainShare,
} from '../../../miniprogram/admin/rule/plain';
import { widen } from '../../../miniprogram/admin/rule/plain';
import { formOf as ruleForm, shareKinds } from '../../../miniprogram/admin/rule/view';
import { storedOf, wordsOf, type Field } from '../../../miniprogram/admin/rulebook/fields';
import { appendAt, readAt, removeAt, writeAt } from '../../../miniprogram/admin/rulebook/paths';
import { newPeriodRule, newRule, termFields } from '../../../miniprogram/admin/rulebook/view';
import { amountOf, amountText } from '../../../miniprogram/admin/rulebook/words';
import type {
  Condition,
  PeriodRule,
  Rule,
  Rulebook,
} from '../../../miniprogram/admin/wording/rulebook';

/** The rulebook as it comes out of the forms. */
export function entered(wanted: Rulebook): Rulebook {
  const rules = wanted.rules.map(enteredRule);
  const periodRules = wanted.periodRules.map((rule) => enteredPeriodRule(rule, rules));
  const points = { dateCounted: 'printed' as const };
  const blank: Rulebook = {
    ...{ name: wanted.name, effectiveFrom: wanted.effectiveFrom, rules, periodRules },
    books: { points, yuan: points, count: points },
  };
  return settled(blank, wanted, termFields);
}

export function enteredRule(wanted: Rule): Rule {
  let rule = { ...newRule(wanted.cause, wanted.id), name: wanted.name };
  rule = { ...rule, when: enteredWhen(wanted.when, wanted.cause) };
  rule = settled(withParts(rule, wanted), wanted, (one) => fieldsIn(ruleForm(one)));
  for (const { cells } of ruleForm(rule).lines.flatMap(({ rows }) => rows)) {
    for (const { path } of cells) {
      rule = writeAt(rule, path, amountOf(amountText(readAt(wanted, path) as number | null)));
    }
  }
  return rule;
}

function enteredPeriodRule(wanted: PeriodRule, rules: Rule[]): PeriodRule {
  const rule = { ...newPeriodRule(wanted.id), name: wanted.name };
  return settled(rule, wanted, (one) => fieldsIn(periodForm(one, { rules })));
}

/** As many parts as are wanted, by what the page adds and takes out, with names and conditions. */
function withParts(rule: Rule, wanted: Rule): Rule {
  const { cause } = wanted;
  const lines = wanted.lines.map(({ label, when, base }) => ({
    ...{ label, when: enteredWhen(when, cause), base: enteredTable(base, cause) },
  }));
  const modifiers = wanted.modifiers.map(({ label, when }) => ({
    ...{ label, when: enteredWhen(when, cause), change: plainChanges.times },
  }));
  const shares = wanted.shares.map(({ account, book }) => {
    const chip = shareKinds.find(({ value }) => value === `${account}:${book}`);
    if (!chip) throw new Error(`no chip for ${account}:${book}`);
    return plainShare(chip.value);
  });
  return { ...rule, lines, modifiers, shares };
}

function enteredTable(wanted: Rule['lines'][number]['base'], cause: Rule['cause']) {
  if (wanted.kind !== 'table') return plainBases.fixed;
  let base = plainBases.table;
  for (const side of ['rows', 'columns'] as const) {
    for (const _more of wanted[side].slice(1)) base = widen(base, side);
    const headings = wanted[side].map(({ label, conditions }) => ({
      ...{ label, conditions: enteredConditions(conditions, cause) },
    }));
    base = writeAt(base, side, headings);
  }
  return base;
}

const enteredWhen = ({ from, to, conditions }: Rule['when'], cause: Rule['cause']) => ({
  ...{ ...noWhen, from, to, conditions: enteredConditions(conditions, cause) },
});

/** By the sheet: dimension, how, and what is chosen or typed. */
function enteredConditions(conditions: Condition[], cause: Rule['cause']): Condition[] {
  return conditions.map((condition) => {
    const { dimension } = condition;
    const offered = dimensionChoices(cause === 'printing').map(({ value }) => value);
    if (!offered.includes(dimension)) throw new Error(`${dimension} is not offered`);
    const made = conditionOf({ ...nothingMade, dimension, ...typedOf(condition) });
    if (!made) throw new Error(`${dimension} says nothing`);
    return made;
  });
}

function typedOf(condition: Condition): Partial<typeof nothingMade> {
  switch (condition.is) {
    case 'range': {
      const [atLeast = '', under = ''] = [condition.atLeast, condition.under].map((one) =>
        String(one ?? ''),
      );
      return { atLeast, under };
    }
    case 'one_of':
    case 'none_of': {
      const chips = valueChoices(condition.dimension).map(({ value }) => value);
      const how = condition.is === 'none_of' ? 'not' : 'is';
      if (chips.length === 0) return { how, typed: condition.values.join('、') };
      return { how, chosen: condition.values.filter((value) => chips.includes(value)) };
    }
    default:
      return { how: condition.is };
  }
}

/** Fields are filled in until none of them has anything more to change. */
function settled<Whole>(from: Whole, wanted: Whole, fieldsOf: (whole: Whole) => Field[]): Whole {
  let whole = from;
  for (let round = 0; round < 200; round += 1) {
    const next = fieldsOf(whole).reduce<Whole | undefined>(
      (changed, field) => changed ?? filled(whole, wanted, field),
      undefined,
    );
    if (next === undefined) return whole;
    whole = next;
  }
  throw new Error('the fields do not settle');
}

/** The document with this field as wanted; undefined where it has nothing to change. */
function filled<Whole>(whole: Whole, wanted: Whole, field: Field): Whole | undefined {
  const { path } = field;
  if (field.type === 'remove' || field.type === 'add') return resized(whole, wanted, field);
  const [now, then] = [readAt(whole, path), readAt(wanted, path)];
  const value = written(field, then);
  if (value === undefined || JSON.stringify(now) === JSON.stringify(value)) return undefined;
  if (field.type === 'one' && field.plain && kindIn(now, field) === kindIn(then, field)) {
    return undefined;
  }
  return writeAt(whole, path, value);
}

function resized<Whole>(
  whole: Whole,
  wanted: Whole,
  field: Extract<Field, { type: 'add' | 'remove' }>,
): Whole | undefined {
  const list = field.type === 'add' ? field.path : field.path.split('.').slice(0, -1).join('.');
  const [have, need] = [whole, wanted].map((one) => (readAt(one, list) as unknown[]).length);
  if (have === undefined || need === undefined) return undefined;
  if (field.type === 'add') return have < need ? appendAt(whole, list, field.plain) : undefined;
  return have > need ? removeAt(whole, field.path) : undefined;
}

/** What the field would write for this value; undefined where it cannot. */
function written(field: Exclude<Field, { type: 'add' | 'remove' }>, value: unknown): unknown {
  switch (field.type) {
    case 'number': {
      if (value === null) return field.mayBeEmpty ? null : undefined;
      const number = amountOf(String(Number(value) / field.scale), field.scale) ?? 0;
      return storedOf(field, field.isTaken ? -number : number);
    }
    case 'text':
      return (value as string | null)?.trim() ?? null;
    case 'words':
      return wordsOf((value as string[]).join('、'));
    case 'many': {
      const chips = field.choices.map((choice) => choice.value);
      return (value as string[]).filter((one) => chips.includes(one));
    }
    case 'one': {
      const chosen = kindIn(value, field);
      if (!field.choices.some((choice) => choice.value === chosen)) return undefined;
      return field.plain ? field.plain[chosen] : chosen;
    }
  }
}

function kindIn(value: unknown, field: Extract<Field, { type: 'one' }>): string {
  if (!field.plain) return value as string;
  if ('no' in field.plain) return value === null ? 'no' : 'yes';
  return (value as { kind: string }).kind;
}

/** Every field of a form, wherever it stands. */
function fieldsIn(form: unknown): Field[] {
  if (Array.isArray(form)) return form.flatMap(fieldsIn);
  if (typeof form !== 'object' || form === null) return [];
  if ('type' in form && 'path' in form) return [form as Field];
  return Object.values(form).flatMap(fieldsIn);
}
