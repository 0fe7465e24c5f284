/** Endings that say what a unit is rather than which; Chinese comes in from wording. */
export function shortNameOf(name: string, endings: string[]): string {
  const ending = endings.find((one) => name.endsWith(one) && name.length > one.length);
  return (ending ? name.slice(0, -ending.length) : name).slice(0, 6);
}
