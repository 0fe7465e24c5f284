import * as z from 'zod/mini';
import { command, query } from './call';
import { documentId, shortName } from './people';

export const codeKind = z.enum(['unit', 'meeting', 'person']);

/** What a scan brings; anything, since anybody may print a code. */
const token = z.string().check(z.minLength(1), z.maxLength(64));

const codeView = z.strictObject({
  /** What the picture carries. */
  token: z.string(),
  kind: codeKind,
  targetId: z.string(),
  title: z.string(),
  madeAt: z.number(),
  expiresAt: z.nullable(z.number()),
  revokedAt: z.nullable(z.number()),
});

/** A person's public card: nothing here but what hangs in the office's corridor. */
const card = z.strictObject({
  name: z.string(),
  unitName: z.string(),
  /** Of this quarter, and since the beginning; hundredths. */
  points: z.number(),
  pointsInAll: z.number(),
  /** This quarter's; null without an entry, or beyond the ranks that are told. */
  rank: z.nullable(z.number()),
  /** The newest printings, each work once; nothing of an internal kind. */
  titles: z.array(
    z.strictObject({ headline: z.string(), outletName: z.string(), printedOn: z.string() }),
  ),
});

/** Codes of standings: on a unit's wall, on a meeting's slide, on a person's card. */
export const code = {
  /** A unit's, a meeting's (`targetId` is the unit that holds it) or a person's code. */
  'code.make': command({
    input: z.strictObject({
      kind: codeKind,
      targetId: documentId,
      /** A meeting's name; units and persons bring their own. */
      title: z.nullable(shortName),
      expiresAt: z.nullable(z.int()),
    }),
    value: z.strictObject({ code: codeView }),
    refusals: [
      ...['not_allowed', 'not_found', 'unit_closed', 'person_left'],
      ...['title_missing', 'codes_full', 'changed_meanwhile'],
    ] as const,
  }),
  /** Of one unit or person; without, of all units and meetings, which is the office's to read. */
  'code.list': query({
    input: z.strictObject({ targetId: z.nullable(documentId), after: z.nullable(z.int()) }),
    value: z.strictObject({ codes: z.array(codeView), after: z.nullable(z.number()) }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  'code.revoke': command({
    input: z.strictObject({ token }),
    value: z.strictObject({ code: codeView }),
    refusals: ['not_allowed', 'not_found', 'changed_meanwhile'],
  }),
  /** The picture to print: asked of WeChat once, then kept. */
  'code.picture': query({
    input: z.strictObject({ token }),
    value: z.strictObject({ url: z.string() }),
    refusals: ['not_bound', 'not_found', 'picture_unavailable'],
  }),
  /** What a scanned code leads to, for whoever scanned it. */
  'code.open': query({
    input: z.strictObject({ token }),
    value: z.discriminatedUnion('shows', [
      /** The own standing and, from a unit's wall, its board. */
      z.strictObject({
        shows: z.literal('standing'),
        kind: codeKind,
        title: z.string(),
        unitId: z.string(),
      }),
      /** Nobody is bound to this phone yet: join first, then come back. */
      z.strictObject({ shows: z.literal('binding'), kind: codeKind, title: z.string() }),
      z.strictObject({ shows: z.literal('card'), card }),
    ]),
    refusals: ['code_dead', 'too_many_attempts'],
  }),
};
