/** 积分码: a mini-program code on a unit's wall, on a meeting's slide or on a person's card. */
import { dutiesOn, isAdministrator, isHeadOf, type Person } from '../people/person';

export type CodeKind = 'unit' | 'meeting' | 'person';

export interface Code {
  /**
   * The token in the picture: what it is for, and 128 random bits. It hangs on walls, so hiding it
   * in the database would guard nothing; and its picture must be askable again.
   */
  _id: string;
  kind: CodeKind;
  /** The unit, the unit that holds the meeting, or the person. */
  targetId: string;
  /** The unit's, the meeting's or the person's name as it stands on the paper. */
  title: string;
  madeBy: string;
  madeAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
  version: number;
}

/** Codes of one unit or person that are good at the same time: some walls, some meetings. */
export const liveCodesMax = 50;

/** Unknown tokens an openid may open in an hour, and all openids together. */
export const unknownCodesMax = { each: 20, all: 2000 };

const marks = { unit: 'u', meeting: 'm', person: 'p' } as const;
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const tokenForm = /^[ump][0-9a-hjkmnp-tv-z]{26}$/;

/** A token made of 128 random bits in hex; WeChat takes at most 32 characters as a scene. */
export function tokenOf(kind: CodeKind, randomHex: string): string {
  let left = BigInt(`0x${randomHex}`);
  let written = '';
  for (let place = 0; place < 26; place += 1) {
    written = (letters[Number(left % 32n)] ?? '') + written;
    left /= 32n;
  }
  return marks[kind] + written;
}

/** Could this ever be a token? Saves asking the database for what is none. */
export function isToken(text: string): boolean {
  return tokenForm.test(text);
}

/** Does the code open anything at this moment? */
export function isLive(code: Code, at: number): boolean {
  return code.revokedAt === null && (code.expiresAt === null || at < code.expiresAt);
}

/** The office and administrators for all; a head for the own unit; everybody for the own card. */
export function mayManageCodes(
  asker: Person,
  { kind, targetId }: Pick<Code, 'kind' | 'targetId'>,
  on: string,
): boolean {
  if (isOffice(asker, on)) return true;
  return kind === 'person' ? targetId === asker._id : isHeadOf(asker, targetId, on);
}

/** Those who run the system day by day. */
export function isOffice(asker: Person, on: string): boolean {
  const isPublicityOffice = dutiesOn(asker, on).some(({ duty }) => duty === 'publicity_office');
  return isPublicityOffice || isAdministrator(asker, on);
}
