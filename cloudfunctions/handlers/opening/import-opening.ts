import type { Change } from '../../kernel/change';
import { balanceDraft } from '../../domain/opening/balance';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler, type CommandScene } from '../handler';
import { planPosting } from '../ledger/plan-posting';
import { planOpeningFile, type PlannedOpening } from './plan-opening-file';
import { planPastPrintings } from './plan-past-printings';

/** Balances in one transaction: one account and its standings each, mostly new. */
const balancesAtOnce = 40;
/** Printings in one transaction: those of one author together, so some ten accounts and their months. */
const printingsAtOnce = 20;

/**
 * `opening.import`: the next rows of a clean file, balances first. Every row's ids follow from what it
 * says, so a step that is repeated, a second phone, or the same rows in another file add nothing twice.
 */
export const importOpeningHandler: CommandHandler<'opening.import'> = async ({ file }, scene) => {
  const planned = await planOpeningFile(file, scene);
  if (planned.refusal !== undefined) return refused(planned.refusal);
  const { plan, asker } = planned;
  if (plan.problems.length > 0) return refused('opening_unclean');
  const balances = plan.balances.added.slice(0, balancesAtOnce);
  const printings = balances.length > 0 ? [] : plan.printings.added.slice(0, printingsAtOnce);
  const changes =
    balances.length > 0
      ? await planBalancePosting(scene, planned, balances)
      : await planPastPrintings(scene, { rows: printings, covered: plan.covered, by: asker });
  if (!changes) return refused('changed_meanwhile');
  const added = balances.length + printings.length;
  return commitChanges(scene, {
    ...{ changes, subjectId: file.sha256, byId: asker._id },
    value: {
      ...{ balances: balances.length, printings: printings.length },
      left: plan.balances.added.length + plan.printings.added.length - added,
    },
  });
};

async function planBalancePosting(
  scene: CommandScene,
  { asker }: PlannedOpening,
  balances: PlannedOpening['plan']['balances']['added'],
): Promise<Change[]> {
  const settings = await scene.store.readLedgerSettings();
  return planPosting(scene, {
    drafts: balances.map((balance) => balanceDraft(balance, asker.name)),
    ...{ eventId: 'opening', closedThrough: settings?.closedThrough ?? null },
    unitId: balances[0]?.unitId ?? '',
  });
}
