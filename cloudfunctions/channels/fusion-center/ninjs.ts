/**
 * The part of IPTC ninjs 3.1 that we send, as a schema of our own: the same names, formats and
 * values as IPTC's JSON Schema, and nothing besides (strict). What does not fit never leaves.
 * Source: iptc.org/std/ninjs/ninjs-schema_3.1.json (CC BY 4.0).
 */
import * as z from 'zod/mini';

const uri = z.string().check(z.regex(/^[a-z][a-z0-9+.-]*:\S+$/i));
const dateTime = z.iso.datetime({ offset: true });
const text = z.string().check(z.minLength(1));
const count = z.int().check(z.gte(0));

const rendition = z.strictObject({
  name: text,
  href: uri,
  contentType: text,
  width: z.optional(count),
  height: z.optional(count),
  sizeInBytes: count,
  duration: z.optional(z.number()),
});

const association = z.strictObject({
  name: text,
  uri,
  rel: text,
  type: z.enum(['picture', 'video']),
  descriptions: z.optional(z.array(z.strictObject({ role: text, value: text }))),
  by: z.optional(text),
  renditions: z.array(rendition).check(z.minLength(1)),
});

export const ninjs = z.strictObject({
  uri,
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: uri }),
  type: z.enum(['text', 'picture', 'video', 'composite']),
  representationType: z.enum(['full', 'partial']),
  version: z.string().check(z.regex(/^[1-9]\d*$/)),
  firstCreated: dateTime,
  versionCreated: dateTime,
  pubStatus: z.enum(['usable', 'canceled']),
  urgency: z.int().check(z.gte(1), z.lte(9)),
  copyrightHolder: text,
  edNote: z.optional(text),
  language: z.literal('zh-CN'),
  slugline: text,
  headlines: z.array(z.strictObject({ value: text })).check(z.length(1)),
  bodies: z.optional(
    z.array(
      z.strictObject({ contentType: z.literal('text/plain'), charCount: count, value: text }),
    ),
  ),
  by: text,
  people: z.array(z.strictObject({ name: text, rel: text })),
  located: z.optional(text),
  subjects: z.optional(z.array(z.strictObject({ name: text, rel: z.literal('column') }))),
  altIds: z.array(z.strictObject({ role: text, value: text })),
  associations: z.optional(z.array(association)),
});

export type Ninjs = z.output<typeof ninjs>;
