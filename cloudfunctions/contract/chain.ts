import * as z from 'zod/mini';
import { command, query } from './call';
import { documentId, stageNumber, unitKind } from './people';
import { storyKind } from './story';

/** Who may act at a stage; `unit_head` is the head of the very unit a story is filed for. */
export const stageDuty = z.enum(['unit_head', 'reviewer', 'publicity_office', 'leader']);

const chainStage = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(10)),
  kind: z.enum(['review', 'proofread']),
  duty: stageDuty,
  /** Only for `reviewer`: the number of the duty. */
  stage: stageNumber,
  /** A month at most: what takes longer is not being reviewed. */
  limitHours: z.int().check(z.gte(1), z.lte(720)),
  /** May be left out when the story is urgent. */
  maySkip: z.boolean(),
});

const chainFields = {
  /** Empty: every kind that has no chain of its own. */
  kinds: z.array(storyKind).check(z.maxLength(9)),
  /** Empty: units of every kind. */
  unitKinds: z.array(unitKind).check(z.maxLength(8)),
  stages: z.array(chainStage).check(z.minLength(1), z.maxLength(4)),
};

/** The version that was on the screen; 0 makes a new chain. */
const chainVersion = z.int().check(z.gte(0));

const chainView = z.strictObject({ id: z.string(), version: z.number(), ...chainFields });

/** Calls of the `directory` function about review chains; a change touches new filings only. */
export const chain = {
  /** Every configured chain, and the stages of filings that none of them fits. */
  'chain.list': query({
    input: z.strictObject({}),
    value: z.strictObject({ chains: z.array(chainView), usual: z.array(chainStage) }),
    refusals: ['not_allowed'],
  }),
  /** Puts a whole chain in place of the former one, or beside the others. */
  'chain.change': command({
    input: z.strictObject({ chainId: documentId, version: chainVersion, ...chainFields }),
    value: z.strictObject({ chain: chainView }),
    refusals: [
      ...['not_allowed', 'not_found', 'chain_taken', 'stage_missing'],
      ...['last_stage_skipped', 'changed_meanwhile'],
    ] as const,
  }),
  /** New filings of its kinds take the next fitting chain. */
  'chain.remove': command({
    input: z.strictObject({ chainId: documentId, version: chainVersion }),
    value: z.strictObject({ chainId: z.string() }),
    refusals: ['not_allowed', 'not_found', 'changed_meanwhile'],
  }),
};
