import * as z from 'zod/mini';
import { bulletin } from './bulletin';
import { command, query } from './call';
import { code } from './code';
import {
  adjustmentView,
  appealView,
  bookName,
  difference,
  entryId,
  entryLine,
  owner,
  ownerKind,
  periodKey,
  rankingLine,
  standingView,
} from './ledger';
import { documentId } from './people';
import { rulebook } from './rulebook';
import { day } from './story';

const cursor = z.nullable(z.string().check(z.maxLength(600)));
const version = z.int().check(z.gte(1));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
/** Hundredths or fen of one adjustment, of either sign, never nothing. */
const amount = z.int().check(
  z.gte(-10_000_000),
  z.lte(10_000_000),
  z.refine((value) => value !== 0),
);
const decision = z.strictObject({
  adjustmentId: documentId,
  version,
  note: z.string().check(z.trim(), z.maxLength(500)),
});
const deciding = ['not_bound', 'not_found', 'not_allowed', 'changed_meanwhile'] as const;
const adjustmentValue = z.strictObject({ adjustment: adjustmentView });

/** Calls of the `points` function: standings, entries, rankings, appeals, adjustments, audit. */
export const points = {
  /** My standing, or another's for whoever may see it: the office, heads of the unit; units' are open. */
  'standing.show': query({
    input: z.strictObject({ owner: z.nullable(owner) }),
    value: z.strictObject({ standing: standingView }),
    refusals: ['not_bound', 'not_found', 'not_allowed'],
  }),
  /** Entries of one account holder, newest first: mine unless an owner is named. */
  'entry.list': query({
    input: z.strictObject({
      owner: z.nullable(owner),
      /** Null for all that the asker may see. */
      book: z.nullable(bookName),
      period: periodKey,
      after: cursor,
    }),
    value: z.strictObject({ entries: z.array(entryLine), after: cursor }),
    refusals: ['not_bound', 'not_found', 'not_allowed'],
  }),
  /** What some of my stories brought me: for their lines and their pages. */
  'storyEntry.list': query({
    input: z.strictObject({
      storyIds: z.array(documentId).check(z.minLength(1), z.maxLength(50)),
    }),
    value: z.strictObject({ entries: z.array(entryLine) }),
    refusals: ['not_bound'],
  }),
  'entry.show': query({
    input: z.strictObject({ entryId }),
    value: z.strictObject({
      entry: entryLine,
      owner: z.strictObject({ kind: ownerKind, id: z.string(), name: z.string() }),
      /** The entry that undoes it. */
      reversedBy: z.nullable(z.string()),
      appeal: z.nullable(appealView),
      mayAppeal: z.boolean(),
    }),
    refusals: ['not_bound', 'not_found'],
  }),
  /** The top fifty and my own place; money only to the office. */
  'ranking.list': query({
    input: z.strictObject({ kind: ownerKind, period: periodKey, book: bookName, after: cursor }),
    value: z.strictObject({
      lines: z.array(rankingLine),
      /** The asker's own line, or the asker's unit's; null where there is none. */
      mine: z.nullable(rankingLine),
      after: cursor,
    }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** A unit's standing and its members, most points first; mine unless a unit is named. */
  'unit.board': query({
    input: z.strictObject({ unitId: z.nullable(documentId), period: periodKey }),
    value: z.strictObject({
      standing: standingView,
      members: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          points: z.number(),
          count: z.number(),
          /** Among the members; ties share a rank. */
          rank: z.number(),
          isMine: z.boolean(),
        }),
      ),
    }),
    refusals: ['not_bound', 'not_found'],
  }),
  /** Says what is wrong with one of my entries; once an entry. */
  'entry.appeal': command({
    input: z.strictObject({ entryId, text: words }),
    value: z.strictObject({ appeal: appealView }),
    refusals: ['not_bound', 'not_found', 'appeal_exists', 'entry_reversed', 'changed_meanwhile'],
  }),
  /** For the office: those of its units, oldest open ones first; answered ones newest first. */
  'appeal.list': query({
    input: z.strictObject({ isOpen: z.boolean(), after: cursor }),
    value: z.strictObject({ appeals: z.array(appealView), after: cursor }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** Upheld: the entry is reversed. Refused: with words all the same. */
  'appeal.answer': command({
    input: z.strictObject({ appealId: entryId, version, isUpheld: z.boolean(), words }),
    value: z.strictObject({ appeal: appealView }),
    refusals: [...deciding, 'appeal_answered', 'entry_reversed', 'person_concerned'],
  }),
  /** Wants points, yuan or counts added or taken by hand; nothing is posted yet. */
  'adjustment.propose': command({
    input: z.strictObject({
      /** Made on the phone. */
      adjustmentId: documentId,
      owner,
      book: bookName,
      amount,
      occurredOn: day,
      reason: words,
    }),
    value: adjustmentValue,
    refusals: [...deciding, 'day_ahead'],
  }),
  'adjustment.list': query({
    input: z.strictObject({ isOpen: z.boolean(), after: cursor }),
    value: z.strictObject({ adjustments: z.array(adjustmentView), after: cursor }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** Posts it: by a second person, never the proposer nor the one who gains. */
  'adjustment.approve': command({
    input: decision,
    value: adjustmentValue,
    refusals: [...deciding, 'second_person_needed', 'adjustment_decided'],
  }),
  /** Drops it, and says why to who proposed it. */
  'adjustment.refuse': command({
    input: z.extend(decision, { note: words }),
    value: adjustmentValue,
    refusals: [...deciding, 'second_person_needed', 'adjustment_decided'],
  }),
  /** One step of the audit; asked again with `after` until it is null or a difference is named. */
  'ledger.audit': query({
    input: z.strictObject({ after: cursor }),
    value: z.strictObject({
      after: cursor,
      /** In this step. */
      checked: z.strictObject({
        accounts: z.number(),
        entries: z.number(),
        standings: z.number(),
        families: z.number(),
      }),
      difference: z.nullable(difference),
    }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** One step of writing balances and standings anew from the entries; again until `after` is null. */
  'standing.rebuild': command({
    input: z.strictObject({ after: cursor }),
    value: z.strictObject({
      after: cursor,
      accounts: z.number(),
      /** Documents that were not as the entries say. */
      changed: z.number(),
      /** A broken chain stops it: no balance is made from entries that are not what was posted. */
      difference: z.nullable(difference),
    }),
    refusals: ['not_bound', 'not_allowed', 'changed_meanwhile'],
  }),
  ...bulletin,
  ...code,
  ...rulebook,
};
