/**
 * Posters and cards as an office's own papers: where every word, rule and code stands, in pixels. Pure, so
 * that it is tested as it is; paint.ts puts it on a canvas. Widths are told by counting characters, since
 * a Chinese one is as wide as it is high and all others are narrower.
 */
import { paperText, type Code } from '../../text/code';

export type Ink = 'ink' | 'rule' | 'quiet' | 'tint';
export type Shape =
  | {
      do: 'words';
      words: string;
      x: number;
      y: number;
      size: number;
      face: 'title' | 'body';
      align: 'left' | 'center' | 'right';
      ink?: Ink;
      /** Squeezed into this width where a phone's own letters are wider than they were counted. */
      room?: number;
    }
  | { do: 'rule'; x: number; y: number; width: number; height: number; ink?: Ink }
  | { do: 'code'; x: number; y: number; side: number };

export interface Sheet {
  width: number;
  height: number;
  shapes: Shape[];
}

/** 150 dots an inch: sharp at arm's length, small enough for every phone's canvas. */
const dotsPerMm = 150 / 25.4;
const mm = (length: number) => Math.round(length * dotsPerMm);

/** A4 with the margins of an official document: 37, 35, 28 and 26 mm. */
const page = { width: mm(210), height: mm(297), top: mm(37), bottom: mm(35) };
const left = mm(28);
const right = page.width - mm(26);
const middle = Math.round((left + right) / 2);

export interface PaperWords {
  organ: string;
  /** In full: 2026年11月22日. */
  day: string;
}

/** An A4 poster for a wall, or for the slide of a meeting. */
export function posterOf(code: Pick<Code, 'kind' | 'title'>, { organ, day }: PaperWords): Sheet {
  const centred = (words: string, y: number, size: number, face: 'title' | 'body'): Shape => ({
    ...{ do: 'words', words, x: middle, y, face, align: 'center' },
    size: fitted(words, size, right - left),
  });
  const side = mm(108);
  const steps = code.kind === 'meeting' ? paperText.meetingSteps : paperText.steps;
  return {
    width: page.width,
    height: page.height,
    shapes: [
      centred(code.title, page.top + mm(14), mm(15), 'title'),
      centred(paperText.heading, page.top + mm(36), mm(12), 'title'),
      { do: 'rule', x: left, y: page.top + mm(44), width: right - left, height: mm(0.8) },
      { do: 'code', x: middle - side / 2, y: page.top + mm(53), side },
      ...[...steps, paperText.unbound].map((words, line): Shape => ({
        ...{ do: 'words', words, x: left, face: 'body', align: 'left' },
        y: page.top + mm(174) + line * mm(11),
        size: fitted(words, mm(6.4), right - left),
      })),
      centred(paperText.madeOn(organ, day), page.height - page.bottom + mm(8), mm(5.6), 'body'),
    ],
  };
}

export interface CardWords {
  name: string;
  unit: string;
  organ: string;
}

/** A bank card's size, at 300 dots an inch. */
const card = { width: 1011, height: 638, margin: 60 };

/** A person's card: the name at the left, the code at the right. */
export function cardOf({ name, unit, organ }: CardWords): Sheet {
  const side = 430;
  const codeX = card.width - card.margin - side;
  const room = codeX - card.margin * 1.6;
  const words = (text: string, y: number, size: number, face: 'title' | 'body'): Shape => ({
    ...{ do: 'words', words: text, x: card.margin, y, face, align: 'left' },
    size: fitted(text, size, room),
  });
  return {
    width: card.width,
    height: card.height,
    shapes: [
      words(organ, 128, 40, 'body'),
      { do: 'rule', x: card.margin, y: 162, width: room, height: 5 },
      words(name, 312, 108, 'title'),
      words(unit, 396, 46, 'body'),
      words(paperText.cardHint, card.height - card.margin - 8, 36, 'body'),
      { do: 'code', x: codeX, y: (card.height - side) / 2, side },
    ],
  };
}

/** The size at which the words fit the room, at most the wanted one. */
export function fitted(words: string, size: number, room: number): number {
  return Math.floor(Math.min(size, room / Math.max(1, widthOf(words))));
}

/** In sizes of the type. Chinese faces set dots, dashes and quotes as wide as their characters. */
export function widthOf(words: string): number {
  const letters = [...words];
  return letters.reduce((sum, letter) => sum + (isNarrow(letter) ? 0.56 : 1), 0);
}

const isNarrow = (letter: string) => letter < '\u2000' && !/[A-Z·×÷%@]/.test(letter);
