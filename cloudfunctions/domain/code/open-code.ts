import { accept, refuse, type Decision } from '../../kernel/decision';
import { isLive, unknownCodesMax, type Code } from './code';

/** What a scanned code leads to. */
export type Opened =
  | { shows: 'standing'; code: Code }
  | { shows: 'binding'; code: Code }
  | { shows: 'card'; code: Code };

export interface Opening {
  code: Code | undefined;
  isBound: boolean;
  unknownCodes: { each: number; all: number };
  at: number;
}

/** Opens a code; one that is wrong, too old or revoked is answered the same plain way. */
export function openCode({
  code,
  isBound,
  unknownCodes,
  at,
}: Opening): Decision<Opened, 'too_many_attempts' | 'code_dead'> {
  const isGuessing =
    unknownCodes.each >= unknownCodesMax.each || unknownCodes.all >= unknownCodesMax.all;
  if (isGuessing) return refuse('too_many_attempts');
  if (!code || !isLive(code, at)) return refuse('code_dead');
  // A card is for showing around: whoever holds it may read it.
  if (code.kind === 'person') return accept({ shows: 'card', code });
  return accept({ shows: isBound ? 'standing' : 'binding', code });
}
