import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';

/** Null or missing: most operators answer null to it. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** The argument as an array; throws CloudError with the given words if it is none. */
export function arrayArgument(words: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw badQuery(`${words} ${typeNameOf(value)}`, 'Location16800');
}

/** The argument as a whole number; throws CloudError if it is none. */
export function wholeArgument(what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  const found = typeof value === 'number' ? String(value) : typeNameOf(value);
  throw badQuery(`${what} must be an integral 32-bit value, found: ${found}`, 'Location40085');
}

/** The argument as text; throws CloudError if it is none. */
export function textArgument(what: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw badQuery(
    `${what} requires a string argument, found: ${typeNameOf(value)}`,
    'Location34471',
  );
}
