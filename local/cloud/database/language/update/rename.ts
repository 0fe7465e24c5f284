import { type Doc } from '../doc';
import { type Path, pathOf } from '../path';
import { badWrite } from '../refusal';
import { elementText } from './element-text';
import { eraseAt, readAt, writeAt } from './place';

/** `$rename`: moves a field; one that is missing stays so. Neither end may lie in an array. */
export function renameField(doc: Doc, from: Path, operand: unknown): void {
  const source = from.join('.');
  if (typeof operand !== 'string') {
    throw badWrite(`The 'to' field for $rename must be a string: ${elementText(source, operand)}`);
  }
  const to = pathOf(operand);
  refuseArrays(doc, from, 'source');
  const value = readAt(doc, from);
  if (value === undefined) return;
  refuseArrays(doc, to, 'destination');
  eraseAt(doc, from);
  writeAt(doc, to, value);
}

function refuseArrays(doc: Doc, path: Path, end: 'source' | 'destination'): void {
  path.slice(0, -1).forEach((_, i) => {
    const above = path.slice(0, i + 1);
    if (!Array.isArray(readAt(doc, above))) return;
    const id = elementText('_id', doc._id);
    throw badWrite(
      `The ${end} field cannot be an array element, '${path.join('.')}' in doc with ${id} ` +
        `has an array field called '${above.join('.')}'`,
    );
  });
}
