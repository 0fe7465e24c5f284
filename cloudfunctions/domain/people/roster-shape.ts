/** What a roster is made of: rows as they were typed, words, problems, and what is known before. */
import type { DutyName, Person } from './person';
import type { Unit, UnitKind } from './unit';

export type RosterSheet = 'units' | 'people';

/** One row as it was typed: tidy texts by column; a column that is not there is ''. */
export interface RosterRow<Column extends string> {
  row: number;
  cells: Record<Column, string>;
}

export type UnitColumn = 'name' | 'kind' | 'parent' | 'quotaClass';
export type PersonColumn = 'name' | 'unit' | 'standing' | 'phone' | 'head' | 'duties' | 'scope';

/** What is wrong with a row; `about` is the text it is about. */
export interface RosterProblem {
  sheet: RosterSheet;
  /** Null: the whole sheet. */
  row: number | null;
  code: RosterProblemCode;
  about: string;
}

export type RosterProblemCode =
  | 'sheet_missing'
  | 'heading_missing'
  | 'cell_date'
  | 'cell_error'
  | 'name_missing'
  | 'name_unfit'
  | 'kind_unknown'
  | 'quota_class_long'
  | 'parent_unknown'
  | 'parent_ambiguous'
  | 'parent_circle'
  | 'unit_twice'
  | 'unit_of_other_kind'
  | 'unit_missing'
  | 'unit_unknown'
  | 'unit_ambiguous'
  | 'standing_unknown'
  | 'phone_wrong'
  | 'head_unknown'
  | 'duty_unknown'
  | 'duty_administrator'
  | 'duty_twice'
  | 'scope_without_duty'
  | 'person_twice'
  | 'person_taken';

/** What the words in the cells mean. */
export interface RosterWords {
  kinds: Map<string, UnitKind>;
  standings: Map<string, Person['standing']>;
  duties: Map<string, { duty: DutyName; stage: number | null }>;
  yes: string[];
  no: string[];
}

/** Someone of the directory, as far as an import has to know. */
export type KnownPerson = Pick<Person, '_id' | 'name' | 'phone' | 'unitIds' | 'leftOn'>;

export interface RosterInput {
  units: RosterRow<UnitColumn>[];
  people: RosterRow<PersonColumn>[];
  knownUnits: Unit[];
  knownPeople: KnownPerson[];
  words: RosterWords;
  /** The id of a row: the same file gives the same ones, so that nothing is imported twice. */
  idOf(sheet: RosterSheet, row: number): string;
  on: string;
}
