import {
  auditFamilyEntry,
  findChoiceDifference,
  findFamilyDifference,
  startFamilyAudit,
  type FamilyAudit,
} from '../../domain/ledger/audit-family';
import type { Difference } from '../../domain/ledger/audit';
import type { Store } from '../../store';

/** Families a chunk: a work has a handful of entries. */
const familiesAtOnce = 500;

export type FamilyStore = Pick<
  Store,
  'listFamiliesAfter' | 'pageFamilyEntries' | 'listChosenWorks' | 'readChoices'
>;

export interface AuditedFamilies {
  families: number;
  entries: number;
  /** The last family of the chunk; null at the end. */
  upTo: string | null;
  difference: Difference | undefined;
}

/** Some families recomputed in the order of their ids, and what entries say belongs between them. */
export async function auditFamilies(store: FamilyStore, after: string): Promise<AuditedFamilies> {
  const page = await store.listFamiliesAfter(after, familiesAtOnce);
  const stored = new Map(page.map((family) => [family._id, family]));
  const upTo = page.length < familiesAtOnce ? null : (page.at(-1)?._id ?? null);
  const audits = new Map<string, FamilyAudit>();
  for (const id of stored.keys()) audits.set(id, startFamilyAudit(id));
  let entries = 0;
  for await (const page of store.pageFamilyEntries({ after, upTo })) {
    entries += page.length;
    for (const entry of page) {
      // The range is one of families, so an entry without one is not in it.
      const id = entry.familyId ?? '';
      const audit = audits.get(id) ?? startFamilyAudit(id);
      audits.set(id, audit);
      auditFamilyEntry(audit, entry);
    }
  }
  const sorted = [...audits].sort(([left], [right]) => (left < right ? -1 : 1));
  const ids = page.map(({ _id }) => _id);
  const chosen = page.flatMap(({ _id, chosenAdoptionId }) =>
    chosenAdoptionId === null ? [] : [_id],
  );
  const everChosen = [...new Set([...chosen, ...(await store.listChosenWorks(ids))])];
  const history = await store.readChoices(everChosen);
  for (const [id, audit] of sorted) {
    const family = stored.get(id);
    const ofWork = history.get(id) ?? { choices: [], endedAt: [], printings: [] };
    const difference =
      findFamilyDifference(audit, family) ??
      (family && findChoiceDifference(audit, family, ofWork));
    if (difference) return { families: stored.size, entries, upTo, difference };
  }
  return { families: stored.size, entries, upTo, difference: undefined };
}
