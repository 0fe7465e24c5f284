import type { ParsedOf } from '../../contract';
import { answerAppeal } from '../../domain/ledger/appeal';
import type { Entry } from '../../domain/ledger/entry';
import { familyAfterReversal, reversalOf } from '../../domain/ledger/reverse';
import { replace, type Change } from '../../kernel/change';
import { ledgerWords } from '../../wording/ledger';
import { viewEntry } from '../entry/view-entry';
import { untilCommitted } from '../adoption/until-committed';
import { refused, type CommandHandler, type CommandScene, type Scene } from '../handler';
import { familyChange } from '../ledger/draft-family';
import { planPosting } from '../ledger/plan-posting';
import { viewAppeal } from './view-appeal';

/** `appeal.answer`: upheld, the entry is reversed in the same commit, for good. */
export const answerAppealHandler: CommandHandler<'appeal.answer'> = (input, scene) =>
  untilCommitted(() => answerOnce(input, scene));

async function answerOnce(input: ParsedOf<'appeal.answer'>, scene: CommandScene) {
  const { store, now, on } = scene;
  const [person, found, office] = await Promise.all([
    scene.person(),
    store.readEntry(input.appealId),
    store.listOffice(),
  ]);
  if (!person) return refused('not_bound');
  if (!found?.appeal) return refused('not_found');
  const { entry, reversedBy } = found;
  const answer = { ...input, at: now, on, office };
  const decision = answerAppeal(found.appeal, person, answer);
  if (!decision.accepted) return refused(decision.refusal);
  if (input.isUpheld && reversedBy !== null) return refused('entry_reversed');
  const { appeal } = decision.changes;
  const reversal = input.isUpheld ? await planReversal(scene, entry, input.words) : [];
  const line = viewEntry(entry, input.isUpheld || reversedBy !== null);
  const committed = await store.commit({
    command: scene.command,
    now,
    changes: [replace('appeals', appeal), ...reversal],
    value: { appeal: viewAppeal(appeal, line, { person, office, on }) },
  });
  return committed.committed ? { ok: true as const, value: committed.value } : undefined;
}

async function planReversal(scene: Scene, entry: Entry, words: string): Promise<Change[]> {
  const { familyId } = entry;
  const place = await scene.store.readPostingPlace({
    ...{ unitId: entry.unitId, familyIds: familyId === null ? [] : [familyId], workId: null },
  });
  if (!place) throw new Error('an entry is of a unit that is there');
  const [family] = place.families;
  const posted = await planPosting(scene, {
    ...{ eventId: scene.newId(), drafts: [reversalOf(entry, ledgerWords.upheld(words))] },
    ...{ closedThrough: place.closedThrough, unitId: entry.unitId },
  });
  return [...(family ? [familyChange(familyAfterReversal(family, entry))] : []), ...posted];
}
