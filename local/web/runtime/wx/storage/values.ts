/**
 * How a value is kept: its type and its JSON. Primitives and Date come back as they went in; objects as
 * JSON.stringify sees them, as WeChat documents ("native types, Date, and what JSON.stringify can write").
 */

/** Text to keep. What JSON cannot express at the top (undefined, function) is kept as an empty string. */
export function toText(value: unknown): string {
  if (value instanceof Date) return `date:${value.getTime()}`;
  if (typeof value === 'string') return `text:${value}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `number:${value}`;
  const json = JSON.stringify(value);
  // The typings say string; a function or undefined gives undefined nevertheless.
  return (json as string | undefined) === undefined ? 'text:' : `json:${json}`;
}

/** The value that was kept. */
export function fromText(text: string): unknown {
  const colon = text.indexOf(':');
  const body = text.slice(colon + 1);
  switch (text.slice(0, colon)) {
    case 'date':
      return new Date(Number(body));
    case 'number':
      return Number(body);
    case 'json':
      return JSON.parse(body) as unknown;
    default:
      return body;
  }
}
