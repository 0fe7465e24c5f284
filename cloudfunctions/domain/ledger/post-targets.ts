/**
 * What a work's family posts: the target now minus what is already posted, per account, book and rule,
 * of either sign. So the order in which printings arrive does not matter, and when the highest is
 * withdrawn the runner-up comes back.
 */
import { ledgerWords } from '../../wording/ledger';
import type { Target } from '../points/target';
import type { EntryDraft } from './append-entries';
import {
  accountIdOf,
  partsOfAccount,
  type CauseKind,
  type Family,
  type FamilyCause,
  type FamilyPosting,
} from './entry';

/** What the entries are about. */
export interface Occasion {
  causeKind: CauseKind;
  workId: string | null;
  storyId: string | null;
  title: string;
  /** Frozen from the work: what the points of its people count for. */
  unitId: string;
  /** The printing or fact that the event is about, where no target names one. */
  causeId: string;
  on: string;
}

/** The entries to post, and the family with them; the family is written even when there are none. */
export function postTargets(
  {
    family,
    familyId,
    targets,
  }: { family: Family | undefined; familyId: string; targets: Target[] },
  occasion: Occasion,
): { drafts: EntryDraft[]; family: Family } {
  const groups = groupsOf(family, targets);
  const drafts = groups.flatMap((group) => draftOf(group, { ...occasion, familyId }) ?? []);
  const posted = groups.map(({ accountId, ruleId, wanted, before, targets: said }) => ({
    ...{ accountId, ruleId, amount: wanted, causes: causesOf(said) },
    waived: before?.waived ?? [],
    ...(before?.held !== undefined && { held: before.held }),
  }));
  return {
    drafts,
    family: {
      _id: familyId,
      posted: posted.filter(
        ({ amount, held, causes, waived }) => amount || held || causes.length || waived.length,
      ),
      chosenAdoptionId: family?.chosenAdoptionId ?? null,
      version: (family?.version ?? 0) + 1,
    },
  };
}

interface Group {
  accountId: string;
  ruleId: string;
  before: FamilyPosting | undefined;
  targets: Target[];
  /** What the account should have of this rule and work. */
  wanted: number;
}

function groupsOf(family: Family | undefined, targets: Target[]): Group[] {
  const groups = new Map<string, Omit<Group, 'wanted'>>();
  for (const before of family?.posted ?? []) {
    const { accountId, ruleId } = before;
    groups.set(`${ruleId} ${accountId}`, { accountId, ruleId, before, targets: [] });
  }
  for (const target of targets) {
    const accountId = accountIdOf(target.account, target.book);
    const key = `${target.ruleId} ${accountId}`;
    const group = groups.get(key) ?? {
      ...{ accountId, ruleId: target.ruleId, before: undefined, targets: [] },
    };
    group.targets.push(target);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, wanted: wantedOf(group) }));
}

function wantedOf({ before, targets }: Omit<Group, 'wanted'>): number {
  const waived = (before?.waived ?? []).filter(({ causeId }) =>
    targets.some((target) => target.causeId === causeId),
  );
  return sum(targets) + sum(waived);
}

function draftOf(group: Group, occasion: Occasion & { familyId: string }): EntryDraft | undefined {
  const { accountId, ruleId, before, targets, wanted } = group;
  const posted = before?.amount ?? 0;
  const amount = wanted - posted;
  if (amount === 0) return undefined;
  const { owner: account, book } = partsOfAccount(accountId);
  const target = decisive(targets, before, amount);
  // Nothing is wanted of it any more: the entry is about what was posted for.
  const cause = target ?? before?.causes.at(-1) ?? fallback(occasion);
  return {
    ...{ account, book, amount, ruleId, reverses: null },
    ...{ causeKind: occasion.causeKind, causeId: cause.causeId },
    ...{ familyId: occasion.familyId, workId: occasion.workId },
    ...{ storyId: occasion.storyId, title: occasion.title },
    ...{ ruleVersion: cause.ruleVersion, category: cause.category },
    derivation: derivationOf({ target, wanted, posted, amount }),
    ...{ unitId: occasion.unitId, occurredOn: cause.occurredOn },
  };
}

const fallback = ({ causeId, on }: Occasion) => ({
  ...{ causeId, ruleVersion: 0, category: 'other', occurredOn: on },
});

/** The target that the difference comes of: what rose most where it is a gain, else what holds now. */
function decisive(
  targets: Target[],
  before: FamilyPosting | undefined,
  amount: number,
): Target | undefined {
  const rise = (target: Target) =>
    target.amount - (before?.causes.find(({ causeId }) => causeId === target.causeId)?.amount ?? 0);
  const rising = [...targets].sort((left, right) => rise(right) - rise(left));
  const [first] = rising;
  if (amount > 0) return first;
  const falling = rising.at(-1);
  return falling && rise(falling) < 0 ? falling : first;
}

function derivationOf(part: {
  target: Target | undefined;
  wanted: number;
  posted: number;
  amount: number;
}): string {
  const { target, wanted, posted, amount } = part;
  if (!target) return ledgerWords.takenBack(posted);
  if (target.amount === amount) return target.derivation;
  return ledgerWords.difference(target.derivation, { wanted, posted });
}

function causesOf(targets: Target[]): FamilyCause[] {
  return targets.map(({ causeId, amount, ruleVersion, occurredOn, category }) => ({
    ...{ causeId, amount, ruleVersion, occurredOn, category },
  }));
}

const sum = (parts: { amount: number }[]) => parts.reduce((all, { amount }) => all + amount, 0);
