/** What the parts of a picture are made of. */
import type { Shape } from '../paper/layout';

/** Sharp on a phone and when it is sent on. */
export const width = 1080;
export const margin = 72;
export const right = width - margin;
export const inner = right - margin;
export type Words = Omit<Extract<Shape, { do: 'words' }>, 'do' | 'face' | 'align'> &
  Partial<Pick<Extract<Shape, { do: 'words' }>, 'face' | 'align'>>;

export const say = (words: Words): Shape => ({
  do: 'words',
  face: 'body',
  align: 'left',
  ...words,
});

/** A part of the picture: its shapes as if it began at the top, and how high it is. */
export interface Part {
  shapes: Shape[];
  height: number;
}

/** A part below another one. */
export const below = (shapes: Shape[], y: number): Shape[] =>
  shapes.map((shape) => ({ ...shape, y: shape.y + y }));
