/**
 * The part of IPTC ninjs 3.1 that a story of ours uses, held to the standard's names and formats. As
 * in the standard's own schema, a name it does not know makes the whole message invalid.
 */
import { z } from 'zod';
import { Refusal } from '../refusal';
import type { StoryVersion } from '../record';

const date = z.iso.datetime({ offset: true });
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'want a URI');
const words = z.string();
const texts = z.array(
  z.strictObject({
    role: words.optional(),
    contentType: words.optional(),
    charCount: z.int().optional(),
    wordCount: z.int().optional(),
    value: words,
  }),
);
const concepts = z.array(
  z.strictObject({
    name: words.optional(),
    rel: words.optional(),
    role: words.optional(),
    uri: words.optional(),
    literal: words.optional(),
  }),
);
const rendition = z.strictObject({
  name: words,
  href: z.url({ protocol: /^https?$/ }),
  contentType: words.optional(),
  title: words.optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sizeInBytes: z.int().optional(),
  duration: z.number().optional(),
  format: words.optional(),
});

/** What stories and their photos both carry. */
const common = {
  uri,
  standard: z
    .strictObject({ name: words, version: words.optional(), schema: uri.optional() })
    .optional(),
  representationType: z.enum(['full', 'partial']).optional(),
  profile: words.optional(),
  firstCreated: date.optional(),
  versionCreated: date.optional(),
  contentCreated: date.optional(),
  embargoedUntil: date.optional(),
  expires: date.optional(),
  urgency: z.int().min(1).max(9).optional(),
  language: words.optional(),
  by: words.optional(),
  located: words.optional(),
  slugline: words.optional(),
  title: words.optional(),
  edNote: words.optional(),
  usageTerms: words.optional(),
  copyrightHolder: words.optional(),
  copyrightNotice: words.optional(),
  headlines: texts.optional(),
  descriptions: texts.optional(),
  people: concepts.optional(),
  organisations: concepts.optional(),
  places: concepts.optional(),
  subjects: concepts.optional(),
  genres: concepts.optional(),
  infoSources: concepts.optional(),
  altIds: z.array(z.strictObject({ role: words.optional(), value: words })).optional(),
};

const association = z.strictObject({
  ...common,
  name: words,
  rel: words.optional(),
  type: z.enum(['picture', 'video', 'graphic']),
  version: words.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  renditions: z.array(rendition).min(1),
});
export type Association = z.infer<typeof association>;

const story = z.strictObject({
  ...common,
  type: z.enum(['text', 'picture', 'video', 'composite']),
  version: z.string().regex(/^[1-9]\d{0,8}$/, 'want a whole number from 1, as a string'),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  bodies: texts.optional(),
  associations: z.array(association).max(50).optional(),
});

export interface ReadStory {
  story: StoryVersion;
  associations: Association[];
}

/** Reads the body of a push; throws invalid_json or invalid_ninjs with the first path that is wrong. */
export function readNinjs(text: string): ReadStory {
  const parsed = story.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal('invalid_ninjs', `${issue?.path.join('.') || '(top)'}: ${issue?.message}`);
  }
  const ninjs = parsed.data;
  const headline = ninjs.headlines?.[0]?.value.trim() ?? '';
  if (headline === '') throw new Refusal('invalid_ninjs', 'headlines: want at least one');
  const isKilled = ninjs.pubStatus === 'canceled';
  if (!isKilled && !ninjs.bodies?.[0]) throw new Refusal('invalid_ninjs', 'bodies: want one');
  return { story: versionOf(ninjs), associations: isKilled ? [] : (ninjs.associations ?? []) };
}

function versionOf(ninjs: z.infer<typeof story>): StoryVersion {
  const numberId = ninjs.altIds?.find(({ role }) => role === 'number')?.value;
  return {
    uri: ninjs.uri,
    version: Number(ninjs.version),
    pubStatus: ninjs.pubStatus,
    headline: ninjs.headlines?.[0]?.value.trim() ?? '',
    body: plainText(ninjs.bodies?.[0]),
    byline: ninjs.by ?? '',
    number: ninjs.slugline ?? numberId ?? '',
    unit: senderOf(ninjs),
    place: ninjs.located ?? ninjs.places?.[0]?.name ?? '',
    column: ninjs.subjects?.[0]?.name ?? '',
    genre: ninjs.genres?.[0]?.name ?? '',
    note: ninjs.edNote ?? '',
    urgency: ninjs.urgency ?? null,
    createdAt: ninjs.contentCreated ?? ninjs.firstCreated ?? null,
    versionAt: ninjs.versionCreated ?? null,
    embargoedUntil: ninjs.embargoedUntil ?? null,
  };
}

function senderOf(ninjs: z.infer<typeof story>): string {
  const named = ninjs.infoSources?.[0]?.name ?? ninjs.organisations?.[0]?.name;
  return named ?? ninjs.copyrightHolder ?? '';
}

/** Bodies are plain text; of one that is marked up only the words and its paragraphs are kept. */
function plainText(body: { contentType?: string; value: string } | undefined): string {
  if (!body) return '';
  if (!body.contentType?.includes('html')) return body.value;
  return body.value
    .replace(/<\/p>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_json', 'the body is not JSON');
  }
}
