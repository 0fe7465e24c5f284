/** What an act changed, in words that two runs of the same act have in common. */

/** Fields that say how often something was tried, or where in a growing chain it stands. */
const passing = new Set([
  ...['attempts', 'attemptCount', 'version', 'sequence', 'hash', 'headHash', 'lease'],
  ...['lastErrorAt', 'lastError', 'lastOkAt', 'quota', 'minute', 'sentInMinute'],
]);

/** A document that an act changed, as the control `database/changed` tells it. */
export interface Changed {
  collection: string;
  id: string;
  before: string | null;
  after: string | null;
}

/** One sorted line for each document that is new, other or gone; ids and times are told alike. */
export function sayChanges(changed: Changed[]): string[] {
  return changed.map(sayChange).sort();
}

/** Ids, times, hashes, tokens and numbers of the day, as what they are. */
export function alike(text: string): string {
  return (
    text
      // Sealed anew each time.
      .replaceAll(/"secret":"[^"]+"/g, '"secret":"sealed"')
      // Links come with an answer, or not, as the storage likes.
      .replaceAll(/http:\/\/127\.0\.0\.1[^"\\]*/g, 'link')
      .replaceAll(/(url\\*":)(null|\\*"link\\*")/g, '$1link')
      .replaceAll(/[0-9a-f]{32,64}/g, '#')
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}\b/g, '#')
      .replaceAll(/\bo-[0-9a-f]{18,20}\b/g, 'o-#')
      .replaceAll(/\b[0-9A-Za-z]{27}\b/g, '~')
      .replaceAll(/\b\d{13}\b/g, '@')
      .replaceAll(/\d{4}-\d{4}-(\p{Script=Han}+)-\d+/gu, '$1-n')
  );
}

function sayChange({ collection, id, before, after }: Changed): string {
  const place = alike(`${collection}/${id}`);
  if (after === null) return `${place} gone`;
  const was: unknown = before === null ? undefined : JSON.parse(before);
  const said = JSON.stringify(difference(was, JSON.parse(after)));
  return `${place} ${before === null ? 'new' : 'changed'} ${alike(said)}`;
}

// Sums grow from run to run, so they are told by what they grew.
function difference(was: unknown, is: unknown): unknown {
  if (typeof is === 'number' && typeof was === 'number' && is < 1e12) return `+${is - was}`;
  if (Array.isArray(is)) return is.map((one) => difference(undefined, one));
  if (typeof is !== 'object' || is === null) return is;
  const old = Object(was ?? {}) as Record<string, unknown>; // any value has fields to look for
  return Object.fromEntries(
    Object.entries(is)
      .filter(([name]) => !passing.has(name))
      .map(([name, value]) => [name, difference(old[name], value)]),
  );
}
