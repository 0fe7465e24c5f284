/**
 * Update operators, after MongoDB's manual, "Update Operators". A change that MongoDB refuses is
 * refused with its words, and the document stays as it was: all work is done on a copy.
 */
import { sameValue } from '../compare';
import { copyOf, type Doc, isDoc } from '../doc';
import { indexOf, type Path, pathOf } from '../path';
import { badWrite } from '../refusal';
import { arrayOperators } from './array-operators';
import { elementText } from './element-text';
import { fieldOperators, type FieldOperator } from './field-operators';
import { eraseAt, readAt, writeAt } from './place';
import { concretePaths } from './positional';
import { renameField } from './rename';

/**
 * Applies `{$set: {…}, $inc: {…}}` and gives back a new document. `filter` is the one that found
 * the document (the positional `$` asks it); `nowMs` is for `$currentDate`. Throws CloudError.
 */
export function applyUpdate(doc: Doc, update: Doc, filter: Doc, nowMs: number): Doc {
  const changes = changesOf(update);
  const next = copyOf(doc);
  for (const change of changes) applyChange(next, change, filter, nowMs);
  if (!sameValue(next._id, doc._id)) {
    throw badWrite("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return next;
}

interface Change {
  operator: string;
  path: Path;
  operand: unknown;
}

const operators: Record<string, FieldOperator> = { ...fieldOperators, ...arrayOperators };

function applyChange(doc: Doc, change: Change, filter: Doc, nowMs: number): void {
  const { operator, operand } = change;
  if (operator === '$setOnInsert') return;
  for (const path of concretePaths(doc, change.path, filter)) {
    if (operator === '$unset') {
      eraseAt(doc, path);
    } else if (operator === '$rename') {
      renameField(doc, path, operand);
    } else {
      const current = readAt(doc, path);
      // changesOf let only known operators through.
      const value = operators[operator]!(current, operand, { doc, path, nowMs });
      if (value !== undefined) writeAt(doc, path, value);
    }
  }
}

// One update object meets many documents: check and order its changes once.
const known = new WeakMap<Doc, Change[]>();

function changesOf(update: Doc): Change[] {
  const before = known.get(update);
  if (before) return before;
  const changes = Object.keys(update).flatMap((operator) => changesBy(operator, update[operator]));
  refuseConflicts(changes);
  // MongoDB applies them by path, which decides the order of fields that are new.
  changes.sort((a, b) => comparePaths(a.path, b.path));
  known.set(update, changes);
  return changes;
}

function changesBy(operator: string, fields: unknown): Change[] {
  const isKnown =
    Object.hasOwn(operators, operator) || ['$unset', '$rename', '$setOnInsert'].includes(operator);
  if (!isKnown) {
    throw badWrite(
      operator.startsWith('$')
        ? `Unknown modifier: ${operator}`
        : 'the update operation document must contain atomic operators',
    );
  }
  if (!isDoc(fields)) {
    throw badWrite(
      `Modifiers operate on fields but we found type ${typeof fields} instead. For example: ` +
        `{$mod: {<field>: ...}} not {${elementText(operator, fields)}}`,
    );
  }
  return Object.keys(fields).map((dotted) => {
    if (dotted.split('.').some((part) => part === '')) {
      throw badWrite(
        `The update path '${dotted}' contains an empty field name, which is not allowed.`,
      );
    }
    return { operator, path: pathOf(dotted), operand: fields[dotted] };
  });
}

/** No path may be changed twice, nor together with one inside it. */
function refuseConflicts(changes: Change[]): void {
  const dotted = new Set<string>();
  const inside = new Set<string>();
  const claim = (path: Path): void => {
    const whole = path.join('.');
    const above = path.map((_, i) => path.slice(0, i + 1).join('.')).find((p) => dotted.has(p));
    const conflict = above ?? (inside.has(whole) ? whole : undefined);
    if (conflict !== undefined) {
      throw badWrite(`Updating the path '${whole}' would create a conflict at '${conflict}'`);
    }
    dotted.add(whole);
    path.slice(0, -1).forEach((_, i) => inside.add(path.slice(0, i + 1).join('.')));
  };
  for (const { operator, path, operand } of changes) {
    claim(path);
    if (operator === '$rename' && typeof operand === 'string') claim(pathOf(operand));
  }
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    // i is below both lengths.
    const [partA, partB] = [a[i]!, b[i]!];
    if (partA === partB) continue;
    const [indexA, indexB] = [indexOf(partA), indexOf(partB)];
    if (indexA !== undefined && indexB !== undefined) return indexA - indexB;
    return partA < partB ? -1 : 1;
  }
  return a.length - b.length;
}
