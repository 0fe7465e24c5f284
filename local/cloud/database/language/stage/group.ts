import { type Doc, isDoc } from '../doc';
import { compileExpression, type Expression } from '../expression';
import { badQuery } from '../refusal';
import { compareValues } from '../compare';
import { type Accumulator, accumulators } from './accumulator';
import { groupKey } from './group-key';
import type { Setting, Stage } from './setting';

/** `$group`: groups come in the order in which they are first met; MongoDB promises none. */
export function groupStage(operand: unknown, setting: Setting): Stage {
  if (!isDoc(operand)) {
    throw badQuery("a group's fields must be specified in an object", 'Location15947');
  }
  if (!('_id' in operand)) {
    throw badQuery('a group specification must include an _id', 'Location15955');
  }
  const { _id, ...fields } = operand;
  const id = compileExpression(_id, setting.binding.names);
  const output = compileOutput(fields, setting);
  return (docs) => {
    const groups = new Map<string, { id: unknown; totals: Totals }>();
    for (const doc of docs) {
      const value = id.evaluate(doc, setting.binding.values()) ?? null;
      const key = groupKey(value);
      let group = groups.get(key);
      if (!group) {
        group = { id: value, totals: output() };
        groups.set(key, group);
      }
      group.totals.add(doc);
    }
    return Array.from(groups.values(), (group) => ({ _id: group.id, ...group.totals.result() }));
  };
}

/** `$sortByCount`: groups by an expression, the most frequent first. */
export function sortByCountStage(operand: unknown, setting: Setting): Stage {
  const isPath = typeof operand === 'string' && operand.startsWith('$');
  const [first] = isDoc(operand) ? Object.keys(operand) : [];
  if (!isPath && !first?.startsWith('$')) {
    throw badQuery(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an ' +
        'object',
      'Location40148',
    );
  }
  const group = groupStage({ _id: operand, count: { $sum: 1 } }, setting);
  return (docs) => [...group(docs)].sort((a, b) => compareValues(b.count, a.count));
}

/** The running results of one group. */
export interface Totals {
  add(doc: Doc): void;
  result(): Doc;
}

/** Compiles `{name: {$accumulator: expression}}`; each call of what it gives starts a group. */
export function compileOutput(fields: Doc, { binding }: Setting): () => Totals {
  const compiled = Object.entries(fields).map(([name, wanted]) => ({
    name,
    ...accumulatorOf(name, wanted, binding.names),
  }));
  return () => {
    const running = compiled.map((field) => ({ ...field, accumulator: field.start() }));
    return {
      add: (doc) => {
        for (const { expression, accumulator } of running) {
          accumulator.add(expression.evaluate(doc, binding.values()));
        }
      },
      result: () => {
        const result: Doc = {};
        for (const { name, accumulator } of running) result[name] = accumulator.result();
        return result;
      },
    };
  };
}

function accumulatorOf(
  name: string,
  wanted: unknown,
  variables: readonly string[],
): { expression: Expression; start: () => Accumulator } {
  if (name.includes('.')) {
    throw badQuery(`The field name '${name}' cannot contain '.'`, 'Location40235');
  }
  const operators = isDoc(wanted) ? Object.keys(wanted) : [];
  const [operator] = operators;
  if (!isDoc(wanted) || operator === undefined || !operator.startsWith('$')) {
    throw badQuery(`The field '${name}' must be an accumulator object`, 'Location40234');
  }
  if (operators.length > 1) {
    throw badQuery(`The field '${name}' must specify one accumulator`, 'Location40238');
  }
  const start = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!start) throw badQuery(`unknown group operator '${operator}'`, 'Location15952');
  return { expression: compileExpression(wanted[operator], variables), start };
}
