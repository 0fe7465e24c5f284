import type { ValueOf } from '../../contract';
import type { Settled } from '../../domain/adoption/settle-printing';
import type { Person } from '../../domain/people/person';
import type { WholePrinting } from '../../store/adoptions';
import type { CommandScene } from '../handler';
import { adoptionChanges, adoptionEvent } from './adoption-changes';
import { viewAdoption } from './view-adoption';

/** Writes what the office settled, with its history line and points; undefined when outrun. */
export async function commitPrinting(
  scene: CommandScene,
  act: {
    whole: Omit<WholePrinting, 'adoption'>;
    person: Person;
    settled: Settled;
    note?: string | undefined;
  },
): Promise<{ ok: true; value: ValueOf<'adoption.show'> } | undefined> {
  const { known, outlets, events } = act.whole;
  const { adoption, moved, kind } = act.settled;
  const by = { byId: act.person._id, byName: act.person.name, at: scene.now };
  const event = adoptionEvent(adoption, kind, { id: scene.newId(), ...by, note: act.note ?? '' });
  const written = moved.map(({ adoption: after }) => after);
  const others = known.filter(({ _id }) => !written.some((after) => after._id === _id));
  const after = { adoption, known: [...others, ...written], outlets, events: [...events, event] };
  const committed = await scene.store.commit({
    command: scene.command,
    changes: await adoptionChanges(scene, { known, moved, events: [event] }),
    value: { adoption: await viewAdoption(after, act.person, scene) },
    now: scene.now,
  });
  return committed.committed ? { ok: true, value: committed.value } : undefined;
}
