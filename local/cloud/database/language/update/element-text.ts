import { encodeEjson } from '../ejson';
import { isDoc } from '../doc';

/** `name: "value"`, as MongoDB prints an element in its messages. */
export function elementText(name: string, value: unknown): string {
  return `${name}: ${valueText(value)}`;
}

// A message is for reading: nobody reads a thousandth element.
const textLengthMax = 500;

function valueText(value: unknown): string {
  const text = wholeText(value);
  return text.length > textLengthMax ? `${text.slice(0, textLengthMax)}...` : text;
}

function wholeText(value: unknown): string {
  if (Array.isArray(value)) return `[ ${value.map(wholeText).join(', ')} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof RegExp) return String(value);
  if (!isDoc(value)) return encodeEjson(value ?? null);
  const fields = Object.keys(value).map((key) => `${key}: ${wholeText(value[key])}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
