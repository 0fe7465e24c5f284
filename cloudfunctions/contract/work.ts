import * as z from 'zod/mini';
import { query } from './call';

/** Calls of the `newsroom` function about works: stories of ours, and what was printed from outside. */
export const work = {
  /** Works in the asker's scope whose headline has these words, or of this number, the newest first; null: any. */
  'work.find': query({
    input: z.strictObject({
      words: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
    }),
    value: z.strictObject({
      works: z.array(
        z.strictObject({
          id: z.string(),
          headline: z.string(),
          unitId: z.string(),
          /** Null for a work from outside. */
          storyNumber: z.nullable(z.string()),
          /** Filed or reported. */
          at: z.number(),
        }),
      ),
    }),
    refusals: ['not_bound', 'not_allowed'],
  }),
};
