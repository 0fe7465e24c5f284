/** What a test tells the center to do wrong, drawn so that the same seed goes wrong in the same places. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const rate = z.number().min(0).max(1);

const setting = z.strictObject({
  /** Answers 503 before anything is kept. */
  failRate: rate,
  /** Keeps nothing and says nothing for hangMs, then cuts the line. */
  hangRate: rate,
  hangMs: z.int().min(0).max(600_000),
  /** Keeps the story, then cuts the line instead of answering. */
  loseAnswerRate: rate,
  /** Sends an answer to the callback once more though it was taken. */
  doubleRate: rate,
  /** Who decides: a person at the desk, or the center itself as soon as a story has come. */
  mode: z.enum(['person', 'publish', 'reject']),
  seed: z.int(),
  /** Moves the center's clock, where the sender's is moved. */
  clockOffsetMs: z.int(),
});
export type Setting = z.infer<typeof setting>;

const usual: Setting = {
  ...{ failRate: 0, hangRate: 0, hangMs: 60_000, loseAnswerRate: 0, doubleRate: 0 },
  ...{ mode: 'person', seed: 1, clockOffsetMs: 0 },
};

export type Mishap = 'fail' | 'hang' | 'lose_answer';

export interface Mishaps {
  setting(): Setting;
  /** Changes what is named; throws a ZodError for anything unknown. */
  set(change: unknown): Setting;
  /** What befalls this request; each attempt of a message draws anew. */
  draw(webhookId: string): Mishap | undefined;
  isDoubled(answerId: string): boolean;
}

/** None at first. */
export function createMishaps(): Mishaps {
  let current = usual;
  const draws = new Map<string, number>();
  return {
    setting: () => current,
    set: (change) => (current = { ...current, ...setting.partial().parse(change) }),
    draw(webhookId) {
      const { failRate, hangRate, loseAnswerRate, seed } = current;
      const turn = (draws.get(webhookId) ?? 0) + 1;
      draws.set(webhookId, turn);
      const drawn = chance(`${seed} ${webhookId} ${turn}`);
      if (drawn < failRate) return 'fail';
      if (drawn < failRate + hangRate) return 'hang';
      return drawn < failRate + hangRate + loseAnswerRate ? 'lose_answer' : undefined;
    },
    isDoubled: (answerId) => chance(`${current.seed} double ${answerId}`) < current.doubleRate,
  };
}

/** From 0 to 1, always the same for the same words: requests come in no certain order. */
function chance(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;
}
