/** What conditions and bases look at, alike for printings and registered facts. */
import type { Credit } from '../adoption/adoption';
import { spanOf, periodsOf } from '../ledger/period';
import type { PrintingFacts, RegisteredFact, WorkFacts } from './facts';
import type { Condition } from './rulebook';

export type WordDimension = Extract<Condition, { values: string[] }>['dimension'];
export type NumberDimension = Extract<Condition, { is: 'range' }>['dimension'];

export interface Cause {
  id: string;
  on: string;
  /** What is not known has no word. */
  words: Partial<Record<WordDimension, string[]>>;
  numbers: Partial<Record<NumberDimension, number | null>>;
  /** The category where its rule names none. */
  category: string;
}

export function causeOfPrinting(work: WorkFacts, printing: PrintingFacts): Cause {
  const { outlet, printedOn, reportedOn, credits = work.credits } = printing;
  return {
    id: printing.adoptionId,
    on: printedOn,
    words: {
      level: [outlet.level],
      outletClass: [outlet.outletClass],
      outlet: [outlet.outletId, outlet.name],
      group: wordsOf(outlet.group),
      position: [printing.position],
      genre: [printing.genre],
      mode: [printing.mode],
      kind: [work.kind],
      column: wordsOf(work.column),
      unitClass: wordsOf(work.unitClass),
      part: credits.map(({ part }) => part),
      about: work.about ?? [],
      byline: credits.map(bylineOf),
    },
    numbers: {
      words: printing.words,
      duration: printing.durationSeconds,
      fee: printing.feeFen,
      reads: printing.reads,
      forwards: printing.forwards,
      photos: printing.photoCount,
      credits: new Set(credits.flatMap(({ personId }) => personId ?? [])).size,
      quantity: 1,
      daysToReport: daysBetween(printedOn, reportedOn),
      daysPastMonth: daysPastMonth(printedOn, reportedOn),
    },
    category: `adoption:${outlet.level}`,
  };
}

export function causeOfFact(fact: RegisteredFact, unitClass: string | null): Cause {
  return {
    id: fact._id,
    on: fact.occurredOn,
    words: {
      factKind: [fact.kind],
      level: wordsOf(fact.level),
      mark: wordsOf(fact.mark),
      unitClass: wordsOf(unitClass),
      holder: [fact.personId === null ? 'unit' : 'person'],
    },
    numbers: { quantity: fact.quantity },
    category: `fact:${fact.kind}`,
  };
}

const bylineOf = ({ personId, isJournalist }: Credit) =>
  isJournalist ? 'journalist' : personId === null ? 'outsider' : 'own';

const wordsOf = (word: string | null) => (word === null ? [] : [word]);

const dayMs = 24 * 60 * 60 * 1000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** 0 when reported in the month of printing; 5 on the fifth of the next. */
function daysPastMonth(printedOn: string, reportedOn: string): number {
  const [month = ''] = periodsOf(printedOn);
  const next = spanOf(month)?.until ?? printedOn;
  return Math.max(0, daysBetween(next, reportedOn) + 1);
}
