import * as z from 'zod/mini';
import { command, query } from './call';

/** 政协 or 人大: one deployment serves one organ, and its terms follow from the kind. */
export const organKind = z.enum(['cppcc', 'congress']);

/** A name people read on every page: trimmed, 1 to 40 characters. */
const shortName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

const organView = z.strictObject({ name: z.string(), kind: organKind });

const personView = z.strictObject({
  name: z.string(),
  duties: z.array(z.enum(['administrator'])),
});

/** Calls of the `directory` function: sign-in, binding, units, people, settings. */
export const directory = {
  /** What a phone shows first: whose app this is, and who is holding the phone. */
  'session.open': query({
    input: z.strictObject({}),
    value: z.strictObject({
      organ: z.nullable(organView),
      person: z.nullable(personView),
    }),
    refusals: [],
  }),
  /** Sets up the deployment: the organ and its first administrator, by the one bootstrap code. */
  'organ.found': command({
    input: z.strictObject({
      code: z.string().check(z.minLength(16), z.maxLength(64)),
      organ: z.strictObject({ name: shortName, kind: organKind }),
      administratorName: shortName,
    }),
    value: z.strictObject({ organ: organView, person: personView }),
    refusals: ['organ_exists', 'code_wrong', 'code_expired', 'changed_meanwhile'],
  }),
};
