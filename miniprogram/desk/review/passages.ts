/** A body in paragraphs and sentences that can be tapped; each knows where it stands in the body. */
import type { InputOf } from '../../../cloudfunctions/contract/index';

export type PassageNote = InputOf<'story.return'>['passages'][number];

export interface Sentence {
  from: number;
  to: number;
  text: string;
  isNoted: boolean;
}

export interface Paragraph {
  from: number;
  sentences: Sentence[];
  notes: PassageNote[];
}

/** Longest quote the contract takes; the passage itself may be longer. */
const quoteMax = 200;

// A sentence ends with its mark and whatever quotes or brackets close behind it.
const sentencePattern = /[^。！？!?；;]*[。！？!?；;]+[”’」』）)]*|[^。！？!?；;]+$/g;

/** The paragraphs of a body, with what is noted on them. */
export function paragraphsOf(body: string, notes: PassageNote[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const line of body.split('\n')) {
    const to = from + line.length;
    if (line.trim() !== '') {
      paragraphs.push({
        from,
        sentences: sentencesOf(line, from, notes),
        notes: notes.filter((note) => note.from >= from && note.from < to),
      });
    }
    from = to + 1;
  }
  return paragraphs;
}

function sentencesOf(line: string, lineFrom: number, notes: PassageNote[]): Sentence[] {
  return [...line.matchAll(sentencePattern)].map((match, place) => {
    const from = lineFrom + match.index;
    const to = from + match[0].length;
    const isNoted = notes.some((note) => note.from < to && note.to > from);
    // Two blanks typed for an indent would add to the indent that the sheet gives.
    const text = place === 0 ? match[0].trimStart() : match[0];
    return { from, to, text, isNoted };
  });
}

/** A note on what stands between two places; instead of one on exactly that passage before. */
export function withNote(
  notes: PassageNote[],
  { body, from, to, note }: { body: string; from: number; to: number; note: string },
): PassageNote[] {
  const quote = body.slice(from, to).trim().slice(0, quoteMax);
  // Blanks before the quote do not belong to the passage: the quote stands at its beginning.
  const start = body.indexOf(quote, from);
  const added = { from: start, to, quote, note };
  return [...withoutNote(notes, start), added].sort((left, right) => left.from - right.from);
}

/** The notes without the one that begins there. */
export function withoutNote(notes: PassageNote[], from: number): PassageNote[] {
  return notes.filter((note) => note.from !== from);
}
