/** MongoDB's boolean: false, 0, null and missing are no; all other values, even '', are yes. */
export function truthOf(value: unknown): boolean {
  return value !== false && value !== 0 && value !== null && value !== undefined;
}
