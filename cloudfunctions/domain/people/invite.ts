import { accept, refuse, type Decision } from '../../kernel/decision';
import { dayOf } from '../../kernel/days';
import { hasLeft, isAdministrator, isHeadOf, membershipsOn, type Person } from './person';

/** A one-time code that binds one person's record to whoever redeems it; kept as a hash. */
export interface Invite {
  /** SHA-256 of the normalised code. */
  _id: string;
  personId: string;
  madeBy: string;
  madeAt: number;
  expiresAt: number;
  redeemedAt: number | null;
  version: number;
}

/** Long enough to be carried to a village on paper, short enough not to lie about for ever. */
export const inviteLifeMs = 7 * 24 * 60 * 60 * 1000;

/** Wrong codes an openid may try in an hour, and all openids together. */
export const wrongCodesMax = { each: 10, all: 200 };

/**
 * An administrator invites anybody, a unit's head its own people; but whoever holds a code can become the
 * person it is for, so nobody comes by a duty that way which only an administrator gives.
 */
export function mayInvite(maker: Person, person: Person, on: string): boolean {
  if (isAdministrator(maker, on)) return true;
  const isHead = membershipsOn(person, on).some(({ unitId }) => isHeadOf(maker, unitId, on));
  const isPlain = person.dutyNames.every((duty) => duty === 'correspondent');
  return isHead && (isPlain || person._id === maker._id);
}

/** Makes a code for a person. */
export function makeInvite(
  maker: Person,
  person: Person,
  input: { codeHash: string; at: number },
): Decision<{ invite: Invite }, 'not_allowed' | 'person_left'> {
  const on = dayOf(input.at);
  if (!mayInvite(maker, person, on)) return refuse('not_allowed');
  if (hasLeft(person, on)) return refuse('person_left');
  return accept({
    invite: {
      _id: input.codeHash,
      personId: person._id,
      madeBy: maker._id,
      madeAt: input.at,
      expiresAt: input.at + inviteLifeMs,
      redeemedAt: null,
      version: 1,
    },
  });
}

/** A newer code was made: whoever found the one on paper comes too late. */
export function endInvite(invite: Invite, at: number): Invite {
  return { ...invite, expiresAt: at, version: invite.version + 1 };
}

/**
 * Does the right that a code was made by still hold? The person may have a higher duty by now, and whoever
 * left or was relieved may have kept a copy: their codes end with their right, also where they merely
 * retired; the office makes another in a moment. One's own code gives nobody more than one has oneself.
 */
function isStillGiven({ maker, person, invite }: Given, on: string): boolean {
  if (invite.madeBy === person._id) return true;
  return maker !== undefined && mayInvite(maker, person, on);
}

interface Given {
  invite: Invite;
  person: Person;
  maker: Person | undefined;
}

export type RedeemRefusal =
  | 'too_many_attempts'
  | 'code_wrong'
  | 'code_used'
  | 'code_expired'
  | 'person_left'
  | 'openid_bound';

export interface Redeeming {
  invite: Invite | undefined;
  person: Person | undefined;
  /** Who made the code, as they are now. */
  maker: Person | undefined;
  /** Who this openid is bound to already. */
  boundPersonId: string | undefined;
  wrongCodes: { each: number; all: number };
  at: number;
}

/** Binds an openid by a code: once, in time, and only an openid that is nobody else. */
export function redeemInvite(redeeming: Redeeming): Decision<{ invite: Invite }, RedeemRefusal> {
  const { invite, person, maker, wrongCodes, at } = redeeming;
  if (wrongCodes.each >= wrongCodesMax.each || wrongCodes.all >= wrongCodesMax.all) {
    return refuse('too_many_attempts');
  }
  if (!invite || !person) return refuse('code_wrong');
  if (invite.redeemedAt !== null) return refuse('code_used');
  if (at >= invite.expiresAt) return refuse('code_expired');
  if (hasLeft(person, dayOf(at))) return refuse('person_left');
  if (!isStillGiven({ invite, person, maker }, dayOf(at))) return refuse('code_expired');
  const isSomebodyElse =
    redeeming.boundPersonId !== undefined && redeeming.boundPersonId !== invite.personId;
  if (isSomebodyElse) return refuse('openid_bound');
  return accept({ invite: { ...invite, redeemedAt: at, version: invite.version + 1 } });
}
