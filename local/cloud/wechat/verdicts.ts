/** What the stand-in thinks of texts and media: all passes, but for what it was told to flag. */
import { CloudError } from '../errors';

export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  /** 100 normal; 10001 advertisement, 20001 politics, 20002 sex … 21000 other (msgSecCheck 2.0). */
  label: number;
  /** The word or part of the address that was found. */
  found?: string;
}

export interface Verdicts {
  /** Flags whatever contains `contains`: `{contains, suggest?, label?}`; throws INVALID_PARAM. */
  flag(input: Record<string, unknown>): void;
  of(text: string): Verdict;
  clear(): void;
}

const NORMAL_LABEL = 100;
const OTHER_LABEL = 21000;
const GRAVITY = ['pass', 'review', 'risky'] as const;

export function createVerdicts(): Verdicts {
  let flags: (Verdict & { found: string })[] = [];
  return {
    flag(input) {
      const suggest = GRAVITY.find((one) => one === (input.suggest ?? 'risky'));
      if (typeof input.contains !== 'string' || input.contains === '' || !suggest)
        throw new CloudError('INVALID_PARAM', `contains and suggest (${GRAVITY.join(', ')})`);
      const label = Number(input.label ?? (suggest === 'pass' ? NORMAL_LABEL : OTHER_LABEL));
      flags = flags.filter((one) => one.found !== input.contains);
      flags.push({ found: input.contains, suggest, label });
    },
    of(text) {
      const found = flags.filter((one) => text.includes(one.found));
      const gravest = [...GRAVITY]
        .reverse()
        .map((suggest) => found.find((one) => one.suggest === suggest));
      return gravest.find(Boolean) ?? { suggest: 'pass', label: NORMAL_LABEL };
    },
    clear() {
      flags = [];
    },
  };
}
