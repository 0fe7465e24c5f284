import { badQuery } from '../refusal';
import { regexOf } from '../regex';
import { isNullish, textArgument } from './argument';
import type { ByName, Operators } from './signature';

/** `$regexMatch`, `$regexFind` and `$regexFindAll`; positions count code points. */
export const regexOperators: Operators = {
  $regexMatch: search(false, (text, regex) => (regex ? regex.test(text) : false)),
  $regexFind: search(null, (text, regex) => firstOf(regex.exec(text))),
  $regexFindAll: search([], (text, regex) =>
    Array.from(text.matchAll(new RegExp(regex.source, `${regex.flags}g`)), firstOf),
  ),
};

function search(onNull: unknown, find: (text: string, regex: RegExp) => unknown): ByName {
  return {
    names: ['input', 'regex', 'options'],
    required: ['input', 'regex'],
    ofNamed: ({ input, regex, options }) => {
      if (isNullish(input) || isNullish(regex)) return onNull;
      return find(textArgument('$regexFind', input), compiled(regex, options));
    },
  };
}

function compiled(regex: unknown, options: unknown): RegExp {
  const flags = isNullish(options) ? undefined : textArgument('$regexFind options', options);
  if (typeof regex === 'string') return regexOf(regex, flags ?? '');
  if (regex instanceof RegExp) return flags === undefined ? regex : regexOf(regex.source, flags);
  throw badQuery("$regexFind needs 'regex' to be of type string or regex");
}

function firstOf(found: RegExpMatchArray | null): unknown {
  if (!found) return null;
  const [match, ...captures] = found;
  const before = (found.input ?? '').slice(0, found.index);
  return {
    match,
    idx: [...before].length,
    captures: captures.map((capture: string | undefined) => capture ?? null),
  };
}
