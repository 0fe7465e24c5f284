import * as z from 'zod/mini';
import { clipping } from './adoption';
import { command, query } from './call';
import { documentId, shortName } from './people';
import { outletLevel } from './printing';
import { day } from './story';

export const factKind = z.enum([
  'instruction',
  'meeting',
  'activity',
  'proposal',
  'public_opinion',
  'training',
  'false_news',
  'negative_news',
  'late_return',
  'missed_return',
  'missed_commission',
  'honour',
  'other',
]);

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));
const cursor = z.nullable(z.string().check(z.maxLength(200)));

const fields = {
  kind: factKind,
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  level: z.nullable(outletLevel),
  /** Whom it counts for; null where the unit alone. */
  personId: z.nullable(documentId),
  unitId: documentId,
  quantity: z.int().check(z.gte(1), z.lte(1000)),
  /** A further mark that rules may ask for, e.g. `adopted`. */
  mark: z.nullable(z.string().check(z.regex(/^[a-z_]{2,30}$/))),
  occurredOn: day,
  /** The work it is about, by its id; null where none. */
  workId: z.nullable(documentId),
  note: text(500),
};

export const factView = z.strictObject({
  id: z.string(),
  ...fields,
  personName: z.nullable(shortName),
  clippingUrl: z.nullable(z.string()),
  state: z.enum(['registered', 'withdrawn']),
  /** Empty while it is registered. */
  withdrawnWhy: z.string(),
  byName: z.string(),
  at: z.number(),
  version: z.number(),
});

const factValue = z.strictObject({ fact: factView });
const changing = ['not_bound', 'not_found', 'not_allowed', 'changed_meanwhile'] as const;

/** Calls of the `newsroom` function about what counts without a printing. */
export const fact = {
  'fact.register': command({
    input: z.strictObject({ factId: documentId, ...fields, clipping }),
    value: factValue,
    refusals: [
      ...[...changing, 'file_missing', 'file_changed', 'person_unfit', 'fact_in_future'],
      ...['unit_closed'],
    ] as const,
  }),
  /** The newest first, within the asker's scope. */
  'fact.list': query({
    input: z.strictObject({ after: cursor }),
    value: z.strictObject({ facts: z.array(factView), after: cursor }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  'fact.withdraw': command({
    input: z.strictObject({
      factId: documentId,
      version: z.int().check(z.gte(1)),
      note: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
    }),
    value: factValue,
    refusals: [...changing, 'fact_withdrawn'],
  }),
};
