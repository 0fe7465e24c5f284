/** What the rulebook sees: plain facts about one work's printings, and facts without a printing. */
import type * as z from 'zod/mini';
import type { factKind } from '../../contract/fact';
import type { BroughtIn, Credit, Genre, Mode, OutletFacts, Position } from '../adoption/adoption';
import type { PeriodKey } from '../ledger/period';
import type { StoryKind } from '../story/story';

/** One verified printing of a work, with the outlet as it was on that day. */
export interface PrintingFacts {
  adoptionId: string;
  outlet: OutletFacts;
  printedOn: string;
  verifiedOn: string;
  /** The day of printing, or a later one where that period was closed; absent: that day itself. */
  countsOn?: string;
  /** The day it was registered or reported; late multipliers and proof deadlines go by it. */
  reportedOn: string;
  position: Position;
  genre: Genre;
  mode: Mode;
  words: number | null;
  durationSeconds: number | null;
  feeFen: number | null;
  /** Of the newest snapshot. */
  reads: number | null;
  forwards: number | null;
  photoCount: number;
  /** The byline as printed; absent: the work's. */
  credits?: Credit[];
  /** Imported of before the start: what an opening balance holds of it posts no entry. */
  broughtIn?: BroughtIn;
}

/** A work with all its verified printings: what one family of entries is computed from. */
export interface WorkFacts {
  workId: string;
  headline: string;
  kind: StoryKind;
  column: string | null;
  unitId: string;
  unitClass: string | null;
  credits: Credit[];
  /** The printing that the author chose, for a rule that lets the author choose; else null. */
  chosenAdoptionId: string | null;
  /**
   * Kinds of the registered facts that are about this work and not withdrawn: a false item voids
   * its points. Registering or withdrawing such a fact is an event that evaluates the family again.
   */
  about?: FactKind[];
  printings: PrintingFacts[];
}

export type FactKind = z.output<typeof factKind>;

/** 登记事项: something that earns or costs points without a printing. */
export interface RegisteredFact {
  _id: string;
  kind: FactKind;
  /** The office's own word for it, e.g. `批示` level or the meeting's name. */
  title: string;
  /** Level of an instruction or body, where it has one. */
  level: 'national' | 'provincial' | 'city' | 'county' | 'own' | null;
  personId: string | null;
  unitId: string;
  /** The unit and everything above it: in whose scope it lies. */
  unitPath: string[];
  quantity: number;
  /** A further mark that rules may ask for, e.g. `adopted`, `signed`; null where none. */
  mark: string | null;
  occurredOn: string;
  /** The day that says in which period it counts: later where that of the fact was closed. */
  countsOn?: string;
  /** The work it is about (a false item, an instruction on a story); null where none. */
  workId: string | null;
  note: string;
  /** What a jury gave for a period, in hundredths of a point; of the kind `jury` alone. */
  jury?: { period: PeriodKey; points: number } | undefined;
  fileId: string | null;
  state: 'registered' | 'withdrawn';
  /** Why the office took it back. */
  withdrawnWhy?: string;
  byId: string;
  byName: string;
  at: number;
  version: number;
}

/** A registered fact as far as a period's rules look at it. */
export type RuleFact = Pick<
  RegisteredFact,
  'kind' | 'unitId' | 'personId' | 'mark' | 'quantity' | 'jury' | 'workId'
>;
