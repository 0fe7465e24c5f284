/**
 * What each kind of field of a subscription message may hold; the kind is the key without its number.
 * Source: sendMessage (subscription messages), "limits of the parameters".
 */
const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => charactersOf(value) <= 20,
  number: (value) => /^[0-9.+-]{1,32}$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[^\p{L}\p{N}]{1,5}$/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => /\d/.test(value) && charactersOf(value) <= 32,
  date: (value) => /\d/.test(value) && charactersOf(value) <= 32,
  amount: (value) => /\d/.test(value) && charactersOf(value) <= 12,
  phone_number: (value) => /^[0-9+\-() ]{1,17}$/.test(value),
  car_number: (value) => charactersOf(value) <= 8,
  name: (value) => charactersOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum_string: (value) => charactersOf(value) <= 20,
};

/** The key of the first field that WeChat would refuse, or undefined when all of them hold. */
export function findWrongField(fields: Record<string, unknown>): string | undefined {
  return Object.keys(fields).find((key) => !isRight(key, fields[key]));
}

function isRight(key: string, field: unknown): boolean {
  const kind = /^([a-z_]+?)\d+$/.exec(key)?.[1];
  const rule = kind === undefined ? undefined : RULES[kind];
  if (!rule || typeof field !== 'object' || field === null || !('value' in field)) return false;
  const { value } = field;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  return text.trim() !== '' && rule(text);
}

function charactersOf(text: string): number {
  return [...text].length;
}
