import { badQuery } from './refusal';

/** A JavaScript regular expression of a PCRE pattern with MongoDB's options i, m, s, x, u. */
export function regexOf(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (!'imsxul'.includes(option)) {
      throw badQuery(`invalid flag in regex options: ${option}`, 'Location51108');
    }
  }
  const flags = [...new Set(options)].filter((option) => 'imsu'.includes(option)).join('');
  const { source, inline } = withoutInlineFlags(pattern);
  const extended = options.includes('x') || inline.includes('x');
  const all = [...new Set(flags + inline.replace('x', ''))].sort().join('');
  try {
    return new RegExp(extended ? withoutFreeSpace(source) : source, all);
  } catch {
    throw badQuery(`Regular expression is invalid: ${pattern}`, 'Location51091');
  }
}

/** PCRE allows `(?i)` at the start of a pattern; JavaScript wants the flag outside. */
function withoutInlineFlags(pattern: string): { source: string; inline: string } {
  const found = /^\(\?([imsx]+)\)/.exec(pattern);
  if (!found) return { source: pattern, inline: '' };
  return { source: pattern.slice(found[0].length), inline: found[1] ?? '' };
}

/** The option x: white space and #-comments outside character classes do not count. */
function withoutFreeSpace(pattern: string): string {
  const tokens = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#[^\n]*/g;
  return pattern.replace(tokens, (token) => (/^[\s#]/.test(token) ? '' : token));
}
