/**
 * Fields that a rulebook's forms are made of: each knows the path of what it changes, and a change is
 * always one of three: write a value there, append one to a list, or take one out.
 */
import { fieldText } from '../wording/rulebook-fields';
import { amountText } from './words';

export interface Choice {
  value: string;
  words: string;
}

export interface NumberField {
  type: 'number';
  path: string;
  label: string;
  value: string;
  /** 100 for amounts, 1 for everything counted. */
  scale: number;
  /** An empty field means «no such limit». */
  mayBeEmpty: boolean;
  /** What is stored is held within these. */
  least: number;
  most: number;
  /** Typed as what is taken away, with a minus or without; stored below zero. */
  isTaken?: boolean;
}

export type Field =
  | NumberField
  /** One word, or none where the field is empty. */
  | { type: 'text'; path: string; label: string; value: string }
  /** Several words, typed with a comma between them. */
  | { type: 'words'; path: string; label: string; value: string }
  | OneField
  | ManyField
  | { type: 'add'; path: string; label: string; plain: unknown }
  | { type: 'remove'; path: string; label: string };

interface OneField {
  type: 'one';
  path: string;
  label: string;
  chosen: string[];
  choices: Choice[];
  /** What is put in for a choice; null where the choice itself is. */
  plain: Record<string, unknown> | null;
}

interface ManyField {
  type: 'many';
  path: string;
  label: string;
  chosen: string[];
  choices: Choice[];
  /** What is chosen, for the line that a long list of choices is folded into. */
  said: string;
  isFolded: boolean;
  /** How many must stay chosen. */
  least: number;
}

const million = 1_000_000;
/** So many choices stand in sight without a tap. */
const inSight = 6;

export function numberField(
  path: string,
  label: string,
  value: number | null,
  kind: 'amount' | 'limit' | 'count' | 'maybe' = 'amount',
): NumberField {
  const scale = kind === 'amount' || kind === 'limit' ? 100 : 1;
  const text = scale === 100 ? amountText(value) : String(value ?? '');
  const mayBeEmpty = kind === 'limit' || kind === 'maybe';
  const most = 1000 * million;
  const least = scale === 100 ? -most : 0;
  return { type: 'number', path, label, value: text, scale, mayBeEmpty, least, most };
}

export const within = (field: NumberField, least: number, most: number): NumberField => ({
  ...{ ...field, least, most },
});

/** What is taken away for something; nobody has to think of the minus. */
export function takenField(path: string, label: string, value: number): NumberField {
  return { ...numberField(path, label, value === 0 ? 0 : -value), isTaken: true };
}

/** A number as it is stored: within what the field holds, and of its sign. */
export function storedOf({ least, most, isTaken }: NumberField, typed: number): number {
  const held = Math.min(most, Math.max(least, typed));
  return isTaken && held > 0 ? -held : held;
}

/** A percentage that is at most `most`. */
export const percentField = (path: string, label: string, value: number, most = 100_000) =>
  within(numberField(path, label, value, 'count'), 0, most);

export const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, words: text }));

export const oneOf = (
  path: string,
  label: string,
  chosen: string,
  words: Record<string, string>,
): Field => ({
  ...{ type: 'one', path, label, chosen: [chosen] },
  ...{ choices: choicesOf(words), plain: null },
});

/** A choice that puts in a plain beginning of its kind. */
export const kindOf = <Kind extends string>(
  path: string,
  label: string,
  chosen: Kind,
  of: { words: Record<Kind, string>; plain: Record<Kind, unknown> },
): Field => ({
  ...{ type: 'one', path, label, chosen: [chosen] },
  ...{ choices: choicesOf(of.words), plain: of.plain },
});

/** What is chosen already stays a choice though the words do not know it. */
export function manyOf(
  path: string,
  label: string,
  chosen: string[],
  {
    words,
    none = fieldText.all,
    least = 0,
  }: {
    words: Record<string, string>;
    none?: string;
    least?: number;
  },
): Field {
  const unknown = chosen.filter((value) => !(value in words));
  const choices = [...choicesOf(words), ...unknown.map((value) => ({ value, words: value }))];
  const said = chosen.map((value) => words[value] ?? value).join(fieldText.between) || none;
  const isFolded = choices.length > inSight;
  return { type: 'many', path, label, chosen, choices, said, isFolded, least };
}

/** Words as they are typed, several with a comma between them. */
export function wordsOf(typed: string): string[] {
  return typed.split(/[、,，]/).flatMap((word) => word.trim() || []);
}
