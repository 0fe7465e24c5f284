import * as z from 'zod/mini';
import { command, query } from './call';
import { chain } from './chain';
import { outlet } from './outlet';
import {
  documentId,
  dutyName,
  personLine,
  personView,
  phone,
  shortName,
  stageNumber,
  standing,
  unitFields,
  unitView,
} from './people';
import { channel } from './syndication';

/** 政协 or 人大: one deployment serves one organ, and its terms follow from the kind. */
export const organKind = z.enum(['cppcc', 'congress']);

const organView = z.strictObject({ name: z.string(), kind: organKind });
const sessionView = z.strictObject({
  organ: z.nullable(organView),
  person: z.nullable(personLine),
});
const unitValue = z.strictObject({ unit: unitView });
const personValue = z.strictObject({ person: personView });
const typedCode = z.string().check(z.minLength(16), z.maxLength(64));
/** A code as the phone makes it: 20 of 31 letters, some 99 random bits. */
const newCode = z.string().check(z.regex(/^[2-9A-HJ-NP-Z]{20}$/));
const quitter = z.strictObject({ personId: documentId, unitId: documentId });
const ofPerson = ['not_allowed', 'not_found', 'person_left', 'changed_meanwhile'] as const;

/** Calls of the `directory` function: sign-in, binding, units, people, settings. */
export const directory = {
  /** What a phone shows first: whose app this is, and who is holding the phone. */
  'session.open': query({
    input: z.strictObject({}),
    /**
     * `uploadFolder` is where this phone may put the files of a filing: `incoming/<openid>`. `now` is the
     * cloud's clock: a phone's own may be days off.
     */
    value: z.strictObject({ ...sessionView.shape, uploadFolder: z.string(), now: z.number() }),
    refusals: [],
  }),
  /** Sets up the deployment: the organ and its first administrator, by the one bootstrap code. */
  'organ.found': command({
    input: z.strictObject({
      code: typedCode,
      organ: z.strictObject({ name: shortName, kind: organKind }),
      administratorName: shortName,
    }),
    value: sessionView,
    refusals: [
      'organ_exists',
      'code_wrong',
      'code_expired',
      'too_many_attempts',
      'openid_bound',
      'changed_meanwhile',
    ],
  }),
  /** Every open unit, the root first; small enough to be one answer (a county has some 200). */
  'unit.list': query({
    input: z.strictObject({}),
    value: z.strictObject({ units: z.array(unitView) }),
    refusals: ['not_bound'],
  }),
  'unit.add': command({
    input: z.strictObject({ unitId: documentId, ...unitFields }),
    value: unitValue,
    refusals: ['not_allowed', 'unit_parent_invalid', 'unit_name_taken', 'changed_meanwhile'],
  }),
  'unit.change': command({
    input: z.strictObject({ unitId: documentId, ...unitFields }),
    value: unitValue,
    refusals: [
      ...['not_allowed', 'not_found', 'unit_closed', 'unit_name_taken'],
      ...['unit_parent_invalid', 'changed_meanwhile'],
    ] as const,
  }),
  'unit.close': command({
    input: z.strictObject({ unitId: documentId }),
    value: unitValue,
    refusals: ['not_allowed', 'not_found', 'unit_closed', 'unit_in_use', 'changed_meanwhile'],
  }),
  /** Units with no correspondent, or with more than two. */
  'vacancy.list': query({
    input: z.strictObject({}),
    value: z.strictObject({
      units: z.array(z.strictObject({ unit: unitView, correspondents: z.number() })),
      /** How many units are to have a correspondent; where there is none, nothing is complete. */
      owing: z.number(),
    }),
    refusals: ['not_allowed'],
  }),
  /** People of one unit, or of all; by name, twenty a page. */
  'person.list': query({
    input: z.strictObject({
      unitId: z.nullable(documentId),
      name: z.nullable(shortName),
      /** Only people with this duty. */
      duty: z.optional(dutyName),
      after: z.nullable(z.string().check(z.maxLength(200))),
    }),
    value: z.strictObject({ people: z.array(personLine), after: z.nullable(z.string()) }),
    refusals: ['not_bound'],
  }),
  'person.show': query({
    input: z.strictObject({ personId: documentId }),
    value: personValue,
    refusals: ['not_bound', 'not_found'],
  }),
  'person.add': command({
    input: z.strictObject({
      personId: documentId,
      name: shortName,
      standing,
      phone,
      unitId: documentId,
      isHead: z.boolean(),
    }),
    value: personValue,
    refusals: ['not_allowed', 'not_found', 'unit_closed', 'changed_meanwhile'],
  }),
  'person.change': command({
    input: z.strictObject({ personId: documentId, name: shortName, standing, phone }),
    value: personValue,
    refusals: ofPerson,
  }),
  /**
   * Ends memberships, duties and the binding; the record and its history stay. Unfinished stories and
   * tips to write go to the successor: `work_open` says how many there are when none is named.
   */
  'person.leave': command({
    input: z.strictObject({ personId: documentId, successorId: z.nullable(documentId) }),
    value: personValue,
    refusals: [...ofPerson, 'last_administrator', 'work_open', 'person_unfit'],
  }),
  'membership.add': command({
    input: z.strictObject({ personId: documentId, unitId: documentId, isHead: z.boolean() }),
    value: personValue,
    refusals: [...ofPerson, 'unit_closed', 'membership_exists'],
  }),
  'membership.end': command({
    input: quitter,
    value: personValue,
    refusals: [...ofPerson, 'membership_missing'],
  }),
  'duty.grant': command({
    input: z.strictObject({
      personId: documentId,
      duty: dutyName,
      stage: stageNumber,
      unitIds: z.array(documentId).check(z.minLength(1), z.maxLength(50)),
    }),
    value: personValue,
    refusals: [...ofPerson, 'duty_exists', 'stage_missing', 'unit_closed'],
  }),
  'duty.end': command({
    input: z.strictObject({ personId: documentId, duty: dutyName, stage: stageNumber }),
    value: personValue,
    refusals: [...ofPerson, 'duty_missing', 'last_administrator'],
  }),
  /** The audit trail of one person or unit, for administrators; the last fifty acts. */
  'directoryEvent.list': query({
    input: z.strictObject({ subjectId: documentId }),
    value: z.strictObject({
      events: z.array(
        z.strictObject({
          id: z.string(),
          /** The call that did it, e.g. `duty.grant`. */
          act: z.string(),
          at: z.number(),
          byName: z.string(),
        }),
      ),
    }),
    refusals: ['not_allowed'],
  }),
  /** Makes a one-time code valid. The phone makes the code, so that the cloud keeps only its hash. */
  'invite.make': command({
    input: z.strictObject({ personId: documentId, code: newCode }),
    value: z.strictObject({ expiresAt: z.number() }),
    refusals: ofPerson,
  }),
  /** Binds the asker's openid to the person the code was made for. */
  'invite.redeem': command({
    input: z.strictObject({ code: typedCode }),
    value: sessionView,
    refusals: [
      ...['too_many_attempts', 'code_wrong', 'code_used', 'code_expired'],
      ...['person_left', 'openid_bound', 'changed_meanwhile'],
    ] as const,
  }),
  ...chain,
  ...outlet,
  ...channel,
};
