import * as z from 'zod/mini';
import { command, query } from './call';
import { documentId, shortName } from './people';
import { outletLevel } from './printing';
import { day } from './story';

export const outletClass = z.enum(['paper', 'tv', 'radio', 'web', 'account', 'app', 'bulletin']);

const term = {
  level: outletLevel,
  outletClass,
  /** The office's own grouping, e.g. `中央主要媒体`; null where it uses none. */
  group: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
  since: day,
};

const names = {
  name: shortName,
  aliases: z.array(shortName).check(z.maxLength(10)),
  /** Channels whose publish answers about this outlet count without a person's look. */
  channelIds: z.array(documentId).check(z.maxLength(10)),
};

/** One line of the directory, as it stands today. */
export const outletLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  level: outletLevel,
  outletClass,
  isClosed: z.boolean(),
});

export const outletView = z.strictObject({
  ...outletLine.shape,
  terms: z.array(z.strictObject({ ...term, until: z.nullable(z.string()) })),
  channelIds: z.array(z.string()),
  version: z.number(),
});

const outletValue = z.strictObject({ outlet: outletView });

/** Calls of the `directory` function about outlets. */
export const outlet = {
  /** Every outlet by level and name; what a report is searched in. */
  'outlet.list': query({
    input: z.strictObject({}),
    value: z.strictObject({ outlets: z.array(outletLine) }),
    refusals: ['not_bound'],
  }),
  'outlet.show': query({
    input: z.strictObject({ outletId: documentId }),
    value: outletValue,
    refusals: ['not_bound', 'not_allowed', 'not_found'],
  }),
  'outlet.add': command({
    input: z.strictObject({ outletId: documentId, ...names, ...term }),
    value: outletValue,
    refusals: ['not_bound', 'not_allowed', 'outlet_name_taken', 'changed_meanwhile'],
  }),
  /** Names, channels, whether it still appears; a new term counts from its day on. */
  'outlet.change': command({
    input: z.strictObject({
      outletId: documentId,
      version: z.int().check(z.gte(1)),
      ...names,
      isClosed: z.boolean(),
      /** Null leaves level and class as they are. */
      term: z.nullable(z.strictObject(term)),
    }),
    value: outletValue,
    refusals: [
      ...['not_bound', 'not_allowed', 'not_found', 'outlet_name_taken'],
      ...['term_in_past', 'changed_meanwhile'],
    ] as const,
  }),
};
