import { type Doc, isDoc } from './doc';
import { metresTo, nearnessOf } from './geo/distance';
import { someAt, pathOf, type Path } from './path';

/**
 * The order by distance, nearest first, that a filter's `$nearSphere` or `$near` asks for;
 * undefined where it has none. It holds only where no other order is asked.
 */
export function nearOrder(filter: Doc): ((a: Doc, b: Doc) => number) | undefined {
  for (const [field, wanted] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(wanted)) {
      for (const branch of wanted) {
        const order = isDoc(branch) ? nearOrder(branch) : undefined;
        if (order) return order;
      }
      continue;
    }
    if (!isDoc(wanted)) continue;
    const name = ['$nearSphere', '$near'].find((operator) => operator in wanted);
    if (name === undefined) continue;
    const { centre } = nearnessOf(name, wanted[name], wanted);
    const path = pathOf(field);
    return (a, b) => metresAt(a, path, centre) - metresAt(b, path, centre);
  }
  return undefined;
}

function metresAt(doc: Doc, path: Path, centre: [number, number]): number {
  let nearest = Number.MAX_VALUE;
  someAt(doc, path, (value) => {
    nearest = Math.min(nearest, metresTo(value, centre) ?? Number.MAX_VALUE);
    return false;
  });
  return nearest;
}
