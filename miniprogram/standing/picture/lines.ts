/** Words broken into lines by counting their letters, as wide as posters take them to be. */
import { widthOf } from '../paper/layout';

export interface Frame {
  size: number;
  room: number;
  /** So many lines at most. */
  most: number;
}

/** These belong to the word before them. */
const mayNotBegin = /[、，。；：）》”·]/;

/** Broken anywhere, as Chinese is; the last line ends in dots where more would have followed. */
export function linesOf(words: string, { size, room, most }: Frame): string[] {
  const lines = [''];
  for (const letter of words) {
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (widthOf(line + letter) * size <= room) lines[last] = line + letter;
    else if (!mayNotBegin.test(letter) || line.length < 2) lines.push(letter);
    else {
      const letters = [...line];
      const taken = letters.pop() ?? '';
      lines[last] = letters.join('');
      lines.push(taken + letter);
    }
  }
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`) * size > room) last = [...last].slice(0, -1).join('');
  return [...lines.slice(0, most - 1), `${last}…`];
}

export function fits(words: string, frame: Frame): boolean {
  return linesOf(words, { ...frame, most: Infinity }).length <= frame.most;
}
