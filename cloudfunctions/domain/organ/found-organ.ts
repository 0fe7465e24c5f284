import { accept, refuse, type Decision } from '../../kernel/decision';

/** What deployment left behind for the first administrator. */
export interface Bootstrap {
  codeHash: string;
  expiresAt: number;
}

export interface Founding {
  organ: { name: string; kind: 'cppcc' | 'congress'; foundedAt: number };
  administrator: { name: string; duties: { duty: 'administrator'; since: number }[] };
}

export interface FoundingInput {
  /** SHA-256 of the normalised code that was typed. */
  codeHash: string;
  organ: { name: string; kind: 'cppcc' | 'congress' };
  administratorName: string;
}

/** Sets up the deployment once: its organ and its first administrator, by the bootstrap code. */
export function foundOrgan(
  before: { organ: unknown; bootstrap: Bootstrap | undefined },
  input: FoundingInput,
  at: number,
): Decision<Founding, 'organ_exists' | 'code_wrong' | 'code_expired'> {
  if (before.organ !== undefined) return refuse('organ_exists');
  if (before.bootstrap?.codeHash !== input.codeHash) return refuse('code_wrong');
  if (at >= before.bootstrap.expiresAt) return refuse('code_expired');
  return accept({
    organ: { ...input.organ, foundedAt: at },
    administrator: {
      name: input.administratorName,
      duties: [{ duty: 'administrator', since: at }],
    },
  });
}
