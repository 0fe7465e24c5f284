/** Codes as their keepers see them; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { codeKindText, codeText, type Code } from '../../text/code';
import { plainDayWords, dayOn } from '../../text/day';

type Person = NonNullable<ValueOf<'session.open'>['person']>;

export interface CodeRow {
  token: string;
  title: string;
  grey: string;
  isLive: boolean;
  /** Where the paper is drawn. */
  url: string;
}

export function rowOf(code: Code, now: number): CodeRow {
  const { token, kind, title, madeAt } = code;
  const made = plainDayWords(dayOn(madeAt), now);
  return {
    token,
    title,
    grey: `${codeKindText[kind]} · ${codeText.madeOn(made)} · ${lifeWords(code, now)}`,
    isLive: code.revokedAt === null && (code.expiresAt === null || now < code.expiresAt),
    url: posterUrl(code),
  };
}

export function posterUrl({ token, kind, title }: Pick<Code, 'token' | 'kind' | 'title'>): string {
  const named = encodeURIComponent(title);
  return `/standing/poster/poster?token=${token}&kind=${kind}&title=${named}`;
}

function lifeWords({ expiresAt, revokedAt }: Code, now: number): string {
  if (revokedAt !== null) return codeText.revoked;
  if (expiresAt === null) return codeText.lasting;
  if (now >= expiresAt) return codeText.expired;
  return codeText.until(plainDayWords(dayOn(expiresAt), now));
}

/** Whose codes this person keeps: all, or those of the units headed. */
export function keptBy(person: Person): { isOffice: boolean; unitIds: string[] } {
  const duties = ['publicity_office', 'administrator'];
  return {
    isOffice: person.duties.some(({ duty }) => duties.includes(duty)),
    unitIds: person.memberships.filter(({ isHead }) => isHead).map(({ unitId }) => unitId),
  };
}
