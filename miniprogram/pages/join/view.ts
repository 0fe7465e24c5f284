/** Invite codes as people type and scan them; no wx, so it is tested as it is. */
import { joinText } from '../../text/mine';

const codeLength = 20;
const codeLetters = /[2-9A-HJ-NP-Z]{20}/;
/** As the one who made it copies it, amid the words of a message. */
const inMessage = /([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}/;

/** A code in groups of four as it is typed: `abcd2345` → `ABCD-2345`; a message is pasted as a whole. */
export function grouped(typed: string): string {
  const letters = codeIn(typed) ?? bare(typed).slice(0, codeLength);
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is still missing of a typed code; empty when it is whole. */
export function missingOf(typed: string): string {
  if (codeIn(typed)) return '';
  const { length } = bare(typed);
  if (length === 0) return joinText.missing;
  if (/[01IO]/.test(bare(typed))) return joinText.noSuchLetter;
  return joinText.short(codeLength - length);
}

/** The code in a scanned text: alone, with hyphens, or somewhere in an address. */
export function codeIn(scanned: string): string | undefined {
  const inAddress = /[?&]code=([^&#]+)/.exec(scanned)?.[1];
  const code = bare(inAddress ?? inMessage.exec(scanned.toUpperCase())?.[0] ?? scanned);
  return codeLetters.exec(code)?.[0];
}

const bare = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
