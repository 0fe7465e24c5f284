/** What a form puts in when another kind is chosen: plain values to go on from. */
import type { Rule } from '../wording/rulebook';
import { raised } from '../rulebook/paths';

type Base = Rule['lines'][number]['base'];
type Change = Rule['modifiers'][number]['change'];
type Share = Rule['shares'][number];
type How = Extract<Share, { account: 'person' }>['split']['how'];

export const noWhen: Rule['when'] = { from: null, to: null, conditions: [] };

export const plainHeading = () => ({ label: '', conditions: [] });

export const plainBases: Record<Base['kind'], Base> = {
  table: { kind: 'table', rows: [plainHeading()], columns: [plainHeading()], amounts: [[100]] },
  fixed: { kind: 'fixed', amount: 100 },
  fee: { kind: 'fee', percent: 100 },
  steps: { kind: 'steps', of: 'reads', steps: [{ from: 1000, amount: 100 }] },
  per: {
    ...{ kind: 'per', of: 'words', start: 0, included: 0, each: 1000, amount: 100 },
    ...{ rounding: 'down', least: null, most: null },
  },
};

export const plainChanges: Record<Change['kind'], Change> = {
  times: { kind: 'times', percent: 200 },
  add_percent: { kind: 'add_percent', percent: 100 },
  add: { kind: 'add', amount: 100 },
  times_number: { kind: 'times_number', of: 'quantity' },
};

export const plainChoices: Record<Rule['choice']['kind'], Rule['choice']> = {
  highest: { kind: 'highest' },
  sum: { kind: 'sum' },
  first: { kind: 'first' },
  author: { kind: 'author' },
  highest_per: { kind: 'highest_per', dimension: 'outletClass' },
};

export const plainSplits: Record<How['kind'], How> = {
  equal: { kind: 'equal' },
  first: { kind: 'first', percent: 50 },
  parts: { kind: 'parts', weights: { text: 6, photo: 3, video: 3, edit: 1 } },
  places: { kind: 'places', percents: [100, 50] },
};

/** `person:points` and the like. */
export function plainShare(words: string): Share {
  const [account = '', book = ''] = words.split(':');
  const of = { book: book as Share['book'], percent: 100 }; // the chips' own values
  if (account === 'unit') return { account: 'unit', ...of };
  return { account: 'person', ...of, split: { how: { kind: 'equal' }, holdPlaces: ['outsider'] } };
}

/** One more row or column, with its empty cells. */
export function widen(base: Base, side: 'rows' | 'columns'): Base {
  if (base.kind !== 'table') return base;
  const more = { ...base, [side]: [...base[side], plainHeading()] };
  return side === 'rows'
    ? { ...more, amounts: [...base.amounts, base.columns.map(() => null)] }
    : { ...more, amounts: base.amounts.map((row) => [...row, null]) };
}

/** One row or column less, with its cells; the last one stays. */
export function narrow(base: Base, side: 'rows' | 'columns', place: number): Base {
  if (base.kind !== 'table' || base[side].length === 1) return base;
  const others = <One>(list: One[]) => list.filter((_one, at) => at !== place);
  const less = { ...base, [side]: others(base[side]) };
  return side === 'rows'
    ? { ...less, amounts: others(base.amounts) }
    : { ...less, amounts: base.amounts.map(others) };
}

/** A row or column before its neighbour, with its cells: the first that fits counts. */
export function raise(base: Base, side: 'rows' | 'columns', place: number): Base {
  if (base.kind !== 'table') return base;
  const swapped = <One>(list: One[]) => raised(list, place);
  const moved = { ...base, [side]: swapped(base[side]) };
  return side === 'rows'
    ? { ...moved, amounts: swapped(base.amounts) }
    : { ...moved, amounts: base.amounts.map(swapped) };
}
