import { foundOrgan } from '../../domain/organ/found-organ';
import { hashText } from '../../kernel/hash';
import { normalizeCode } from '../../kernel/ids';
import type { CommandHandler } from '../handler';

/** `organ.found`: the organ, its first administrator and the binding, or nothing. */
export const foundOrganHandler: CommandHandler<'organ.found'> = async (input, scene) => {
  const { store, now, openid } = scene;
  const [organ, bootstrap] = await Promise.all([store.readOrgan(), store.readBootstrap()]);
  const typed = { ...input, codeHash: hashText(normalizeCode(input.code)) };
  const decision = foundOrgan({ organ, bootstrap }, typed, now);
  if (!decision.accepted) return { ok: false, refusal: decision.refusal };

  const founding = decision.changes;
  const personId = scene.newId();
  const { administrator } = founding;
  const committed = await store.commit({
    command: { ...scene.command, call: 'organ.found' },
    now,
    changes: [
      // The code dies here; whoever comes second finds another version and gets nothing.
      {
        do: 'remove',
        collection: 'settings',
        id: 'bootstrap',
        expectVersion: bootstrap?.version ?? 0,
      },
      {
        do: 'create',
        collection: 'settings',
        document: { _id: 'organ', ...founding.organ, version: 1 },
      },
      {
        do: 'create',
        collection: 'people',
        document: { _id: personId, ...administrator, createdAt: now, version: 1 },
      },
      {
        do: 'create',
        collection: 'bindings',
        document: { _id: openid, personId, boundAt: now, version: 1 },
      },
    ],
    value: {
      organ: { name: founding.organ.name, kind: founding.organ.kind },
      person: { name: administrator.name, duties: ['administrator' as const] },
    },
  });
  if (!committed.committed) return { ok: false, refusal: 'changed_meanwhile' };
  return { ok: true, value: committed.value };
};
