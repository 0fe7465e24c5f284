import { aggregate, type Doc } from '../../../../local/cloud/database/language';

/** A Thursday; in Shanghai it is Friday already. */
export const at = new Date('2026-01-01T16:30:05.007Z');

/** What an expression gives for a document: undefined where it is missing. */
export function valueOf(expression: unknown, doc: Doc = {}): unknown {
  const [result] = aggregate([{ $project: { _id: 0, v: expression } }], {
    documents: () => [doc],
    collection: () => [],
  });
  return result?.v;
}

export type Row = [expression: unknown, value: unknown, doc?: Doc];

/** A test for each row. */
export function gives(rows: Row[]): void {
  // Every row has a document: jest would take the missing third parameter for `done`.
  const whole = rows.map(([expression, value, doc]) => [expression, value, doc ?? {}] as const);
  test.each(whole)('%j gives %j', (expression, value, doc) => {
    expect(valueOf(expression, doc)).toEqual(value);
  });
}
