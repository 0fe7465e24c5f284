/** Works, printings and facts as rules see them; what is not named is plain. */
import type { Credit } from '../../cloudfunctions/domain/adoption/adoption';
import type {
  PrintingFacts,
  RegisteredFact,
  WorkFacts,
} from '../../cloudfunctions/domain/points/facts';
import type { Target } from '../../cloudfunctions/domain/points/target';

let printings = 0;

export function aPrinting(
  level: PrintingFacts['outlet']['level'],
  {
    outletClass = 'paper',
    group = null,
    ...printing
  }: Partial<PrintingFacts> & Partial<Pick<PrintingFacts['outlet'], 'outletClass' | 'group'>> = {},
): PrintingFacts {
  printings += 1;
  const printedOn = printing.printedOn ?? '2026-11-10';
  return {
    adoptionId: `printing${String(printings).padStart(4, '0')}`,
    outlet: { outletId: `outlet-${level}`, name: level, level, outletClass, group },
    printedOn,
    verifiedOn: printedOn,
    reportedOn: printedOn,
    position: 'other',
    genre: 'news',
    mode: 'single',
    words: 800,
    durationSeconds: null,
    feeFen: null,
    reads: null,
    forwards: null,
    photoCount: 0,
    ...printing,
  };
}

export function aCredit(personId: string | null, credit: Partial<Credit> = {}): Credit {
  return { personId, name: personId ?? '外来作者', part: 'text', isJournalist: false, ...credit };
}

export function aWork(printed: PrintingFacts[], work: Partial<WorkFacts> = {}): WorkFacts {
  return {
    workId: 'work0001',
    headline: '春耕时节看水渠',
    kind: 'news',
    column: null,
    unitId: 'chengguan',
    unitClass: null,
    credits: [aCredit('lin')],
    chosenAdoptionId: null,
    printings: printed,
    ...work,
  };
}

export function aFact(
  kind: RegisteredFact['kind'],
  fact: Partial<RegisteredFact> = {},
): RegisteredFact {
  return {
    ...{ _id: 'fact0001', kind, title: '', level: null, personId: 'lin', unitId: 'chengguan' },
    unitPath: ['chengguan'],
    ...{ quantity: 1, mark: null, occurredOn: '2026-11-10', workId: null, note: '', fileId: null },
    ...{ state: 'registered', byId: 'zhou', byName: '周', at: 0, version: 1 },
    ...fact,
  };
}

/** `lin points 20: 省级报纸头版 40 × 联合署名 ½ = 20`, one line for each target. */
export function saidOf(targets: Target[]): string[] {
  return targets.map(
    ({ account, book, amount, derivation }) =>
      `${account.id} ${book} ${amount / 100}: ${derivation}`,
  );
}
