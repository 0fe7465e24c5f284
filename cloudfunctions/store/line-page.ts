/** Pages of the lists that a phone goes on reading: no count and no skip, but a cursor of its last line. */

const pageSize = 20;

/** A list reads one line more than it shows, which tells whether it goes on. */
export const linesRead = pageSize + 1;

export interface LinePage<Line, Cursor> {
  shown: Line[];
  /** Where the next page begins; null at the end. */
  after: Cursor | null;
}

/** Of at most `linesRead` what is shown, and the cursor of its last line where the list goes on. */
export function linePage<Line, Cursor>(
  found: Line[],
  cursorOf: (last: Line) => Cursor,
): LinePage<Line, Cursor> {
  const shown = found.slice(0, pageSize);
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  return { shown, after: last ? cursorOf(last) : null };
}
