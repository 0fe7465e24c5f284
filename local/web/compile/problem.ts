/** What is wrong with the mini-program's source, in words that name the place. */

/** `file` is relative to the mini-program's root; line and column count from 1, 0 where unknown. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** Thrown by the compiler's steps; the build gathers the problems of all steps. */
export class SourceProblems extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.name = 'SourceProblems';
  }
}

/** `pages/index/index.wxml:3:7 missing end tag`. */
export function problemText(problem: Problem): string {
  const place = problem.line > 0 ? `:${problem.line}:${problem.column}` : '';
  return `${problem.file}${place} ${problem.message}`;
}

/** One problem of a whole file, ready to throw. */
export function fileProblem(file: string, message: string): SourceProblems {
  return new SourceProblems([{ file, line: 0, column: 0, message }]);
}

/** Line and column (from 1) of an offset in a text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
