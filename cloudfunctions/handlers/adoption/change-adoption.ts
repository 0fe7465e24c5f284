import type { ValueOf } from '../../contract';
import { maySettle, mayReadPrinting } from '../../domain/adoption/eligibility';
import type { Settled } from '../../domain/adoption/settle-printing';
import type { Person } from '../../domain/people/person';
import type { Decision } from '../../kernel/decision';
import type { WholePrinting } from '../../store/adoptions';
import { refused, type CommandScene } from '../handler';
import { commitPrinting } from './commit-printing';
import { untilCommitted } from './until-committed';

type AdoptionValue = ValueOf<'adoption.show'>;
type RefusalIn<Made> = Made extends { accepted: false; refusal: infer Refusal } ? Refusal : never;

export interface LoadedPrinting {
  whole: WholePrinting;
  person: Person;
}

/**
 * What every act of the office on a printing does: who asks and the printing are read, the version
 * the phone saw is checked, the act is decided, and is written with the points that follow. Another
 * printing of the work verified at the same time is no reason to refuse: all of it is done again.
 */
export function changeAdoption<Made extends Decision<Settled>>(
  scene: CommandScene,
  target: { adoptionId: string; version?: number; note?: string },
  decide: (loaded: LoadedPrinting) => Made | Promise<Made>,
): Promise<
  | { ok: true; value: AdoptionValue }
  | {
      ok: false;
      refusal: RefusalIn<Made> | 'not_bound' | 'not_found' | 'not_allowed' | 'changed_meanwhile';
    }
> {
  return untilCommitted(async () => {
    const [person, whole] = await Promise.all([
      scene.person(),
      scene.store.readPrinting(target.adoptionId),
    ]);
    if (!person) return refused('not_bound');
    if (!whole || !mayReadPrinting(person, whole.adoption, scene.on)) return refused('not_found');
    if (!maySettle(person, whole.adoption, scene.on)) return refused('not_allowed');
    const decision: Decision<Settled> = await decide({ whole, person });
    // The refusal is one of those that `decide` is typed to give.
    if (!decision.accepted) return refused(decision.refusal as RefusalIn<Made>);
    const { version } = target;
    if (version !== undefined && version !== whole.adoption.version) {
      return refused('changed_meanwhile');
    }
    return commitPrinting(scene, { whole, person, settled: decision.changes, note: target.note });
  });
}
