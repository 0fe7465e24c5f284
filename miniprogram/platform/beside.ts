/** The lines of a list from which a page is opened: on a PC they stand beside it. */
interface Line {
  id: string;
}

let handed: Line[] = [];

/** A list hands its lines on when one of them is opened. */
export function handBeside(lines: Line[]): void {
  handed = lines;
}

/** The list that a page was opened from; empty where it came from elsewhere. */
export function besideOf<Handed extends Line>(id: string): Handed[] {
  // Ids are unique among all kinds, so that a list with this one is of this page's kind.
  return handed.some((line) => line.id === id) ? (handed as Handed[]) : [];
}
