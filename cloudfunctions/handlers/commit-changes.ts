import { create, type Change } from '../kernel/change';
import type { CommandScene } from './handler';

/** Commits a command of the directory with its audit line; the answer is the value or a refusal. */
export async function commitChanges<Value>(
  scene: CommandScene,
  wanted: { changes: Change[]; subjectId: string; byId: string; value: Value },
): Promise<{ ok: true; value: Value } | { ok: false; refusal: 'changed_meanwhile' }> {
  const event = create('directory_events', {
    _id: scene.newId(),
    at: scene.now,
    byId: wanted.byId,
    act: scene.command.call,
    subjectId: wanted.subjectId,
  });
  const committed = await scene.store.commit({
    command: scene.command,
    now: scene.now,
    changes: [...wanted.changes, event],
    value: wanted.value,
  });
  if (!committed.committed) return { ok: false, refusal: 'changed_meanwhile' };
  return { ok: true, value: committed.value };
}
