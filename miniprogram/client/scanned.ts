/**
 * Where a scanned text leads: a code of ours opens its standing, an invite opens joining. WeChat tells
 * the path of a mini-program's code (`pages/code/code?scene=…`), other codes are texts or addresses.
 */
const tokenForm = /^[ump][0-9a-hjkmnp-tv-z]{26}$/;
const inviteForm = /^[2-9A-HJ-NP-Z]{20}$/;

/** The page to open; undefined for a code that is not ours. */
export function scannedPage(scanned: string): string | undefined {
  const token = tokenIn(scanned);
  if (token) return `/pages/code/code?scene=${token}`;
  const invite = (/[?&]code=([^&#]+)/.exec(scanned)?.[1] ?? scanned)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return inviteForm.test(invite) ? `/pages/join/join?code=${invite}` : undefined;
}

/** The token of a code of ours; of letters that no encoding touches. */
export function tokenIn(scanned: string): string | undefined {
  const token = /[?&]scene=([^&#]+)/.exec(scanned)?.[1] ?? scanned;
  return tokenForm.test(token) ? token : undefined;
}
