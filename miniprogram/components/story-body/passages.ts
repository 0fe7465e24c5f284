/** A note on characters `from` to `to` of a body, with whose it is. */
export interface ShownNote {
  from: number;
  to: number;
  note: string;
  byName: string;
}

/** A run of text inside a paragraph: noted, or plain. */
export interface Run {
  text: string;
  isNoted: boolean;
}

export interface Paragraph {
  runs: Run[];
  notes: ShownNote[];
}

/** Paragraphs of a body with the noted passages marked; a note stands under the paragraph it ends in. */
export function splitBody(body: string, notes: ShownNote[]): Paragraph[] {
  let start = 0;
  const paragraphs: Paragraph[] = [];
  for (const text of body.split('\n')) {
    const end = start + text.length;
    const span = { start, end };
    if (text.trim() !== '') {
      paragraphs.push({
        runs: runsOf(body, span, notes),
        notes: notes.filter(({ to }) => to > span.start && to <= span.end + 1),
      });
    }
    start = end + 1;
  }
  return paragraphs;
}

function runsOf(body: string, { start, end }: { start: number; end: number }, notes: ShownNote[]) {
  const inside = notes.flatMap(({ from, to }) => [from, to]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside, end])].sort((left, right) => left - right);
  return cuts.slice(0, -1).map((from, index): Run => {
    const to = cuts[index + 1] ?? end;
    const isNoted = notes.some((note) => note.from <= from && note.to >= to);
    // Two blanks typed for an indent would add to the indent that the sheet gives.
    const text = body.slice(from, to);
    return { text: from === start ? text.trimStart() : text, isNoted };
  });
}
