/** Reads the json files of a mini-program; WeChat allows neither comments nor trailing commas. */
import type { SourceFiles } from './source-files';
import { placeOf, SourceProblems } from './problem';
import type { VirtualPaths } from './virtual-paths';

/** The object in the json file at a virtual path (with extension); `{}` when there is no file. */
export function readJson<T extends object>(
  files: SourceFiles,
  paths: VirtualPaths,
  virtual: string,
): T {
  const file = paths.toFile(virtual);
  // Absent keys are all optional in the shapes read here, so an empty object fits each of them.
  if (!files.exists(file)) return {} as T;
  return files.derive('source-json', file, (text) => parse<T>(text, virtual));
}

function parse<T extends object>(text: string, virtual: string): T {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // The shape is WeChat's documented one; what is read from it is checked where it is used.
      return value as T;
    }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    throw new SourceProblems([{ file: virtual, ...placeOf(text, offset), message }]);
  }
  throw new SourceProblems([
    { file: virtual, line: 1, column: 1, message: 'is not a JSON object' },
  ]);
}
