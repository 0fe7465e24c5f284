import { isDoc } from '../doc';
import { ownValue, type Path } from '../path';

/**
 * The value at a field path of an expression. Unlike a filter's path it knows no array indexes:
 * through an array it gives the array of what its documents hold, leaving out those without.
 */
export function valueAtFieldPath(root: unknown, path: Path, start: number): unknown {
  let value = root;
  for (let at = start; at < path.length; at++) {
    if (Array.isArray(value)) {
      const found: unknown[] = [];
      for (const element of value) {
        const below =
          isDoc(element) || Array.isArray(element)
            ? valueAtFieldPath(element, path, at)
            : undefined;
        if (below !== undefined) found.push(below);
      }
      return found;
    }
    if (!isDoc(value)) return undefined;
    // at is below path.length.
    value = ownValue(value, path[at]!);
  }
  return value;
}
