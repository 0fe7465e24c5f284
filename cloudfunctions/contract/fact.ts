import * as z from 'zod/mini';
import { clipping } from './adoption';
import { closable } from './bulletin';
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
  'jury',
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
  /** A further mark that rules may ask for, e.g. `adopted`, or a word of the office's own. */
  mark: z.nullable(z.string().check(z.regex(/^[\p{L}\p{N}_]{1,20}$/u))),
  occurredOn: day,
  /** The work it is about, by its id; null where none. */
  workId: z.nullable(documentId),
  note: text(500),
  /** 评委打分: for which period, and how many hundredths of a point; of the kind `jury` alone. */
  jury: z.optional(
    z.strictObject({ period: closable, points: z.int().check(z.gte(1), z.lte(100_000_000)) }),
  ),
};

/** The jury's points are a fact of their own kind, and no other fact has any. */
const isWhole = ({ kind, jury }: { kind: string; jury?: object | undefined }) =>
  (kind === 'jury') === (jury !== undefined);

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

/** A line of the list names the work that it is about; null where it is about none. */
const factLine = z.strictObject({ ...factView.shape, workTitle: z.nullable(z.string()) });

const factValue = z.strictObject({ fact: factView });
const changing = ['not_bound', 'not_found', 'not_allowed', 'changed_meanwhile'] as const;

/** Calls of the `newsroom` function about what counts without a printing. */
export const fact = {
  'fact.register': command({
    input: z
      .strictObject({ factId: documentId, ...fields, clipping })
      .check(z.refine((input) => isWhole(input))),
    value: factValue,
    refusals: [
      ...[...changing, 'file_missing', 'file_changed', 'person_unfit', 'fact_in_future'],
      ...['unit_closed', 'period_not_begun', 'period_in_notice', 'period_computing'],
      ...['period_closed'],
    ] as const,
  }),
  /** The newest first, within the asker's scope. */
  'fact.list': query({
    input: z.strictObject({ after: cursor }),
    value: z.strictObject({ facts: z.array(factLine), after: cursor }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  'fact.withdraw': command({
    input: z.strictObject({
      factId: documentId,
      version: z.int().check(z.gte(1)),
      note: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
    }),
    value: factValue,
    refusals: [...changing, 'fact_withdrawn', 'period_closed'],
  }),
};
