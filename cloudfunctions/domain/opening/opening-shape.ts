/**
 * 期初: what a county brings along when it starts in mid-year: printings of before, and balances. Rows
 * as they were typed, the words in them, problems, and what is known before.
 */
import type { Genre, Mode, Position } from '../adoption/adoption';
import type { Book } from '../ledger/entry';
import type { Outlet } from '../outlet/outlet';
import type { Person } from '../people/person';
import type { Unit } from '../people/unit';
import type { StoryKind } from '../story/story';

export type OpeningSheet = 'printings' | 'balances';

export type PrintingColumn =
  | 'printedOn'
  | 'outlet'
  | 'headline'
  | 'authors'
  | 'unit'
  | 'position'
  | 'genre'
  | 'mode'
  | 'kind'
  | 'column'
  | 'words'
  | 'seconds'
  | 'photos'
  | 'fee'
  | 'printedAs'
  | 'link'
  | 'counting'
  | 'note';

export type BalanceColumn = 'owner' | 'unit' | 'book' | 'year' | 'through' | 'amount' | 'note';

/** One row as it was typed: tidy texts by column; a column that is not there is ''. */
export interface OpeningRow<Column extends string> {
  row: number;
  cells: Record<Column, string>;
}

/** What is wrong with a cell; `about` is the text it is about. */
export interface OpeningProblem {
  sheet: OpeningSheet;
  /** Null: the whole sheet. */
  row: number | null;
  /** Null: the whole row. */
  column: PrintingColumn | BalanceColumn | null;
  code: OpeningProblemCode;
  about: string;
}

export type OpeningProblemCode =
  | 'sheet_missing'
  | 'heading_missing'
  | 'cell_date'
  | 'cell_error'
  | 'cell_missing'
  | 'cell_long'
  | 'day_wrong'
  | 'day_ahead'
  | 'outlet_unknown'
  | 'unit_unknown'
  | 'unit_ambiguous'
  | 'unit_missing'
  | 'author_unknown'
  | 'author_ambiguous'
  | 'author_twice'
  | 'authors_many'
  | 'word_unknown'
  | 'number_wrong'
  | 'money_wrong'
  | 'link_wrong'
  | 'printing_twice'
  | 'printings_many'
  | 'rulebook_missing'
  | 'row_own'
  | 'owner_unknown'
  | 'owner_ambiguous'
  | 'owner_unitless'
  | 'year_wrong'
  | 'through_wrong'
  | 'amount_wrong'
  | 'balance_twice'
  | 'balance_other'
  | 'counted_already';

/** A problem as far as one row knows it. */
export type Trouble<Column extends string> = [
  column: Column | null,
  code: OpeningProblemCode,
  about: string,
];

/** What the words in the cells mean. */
export interface OpeningWords {
  positions: Map<string, Position>;
  genres: Map<string, Genre>;
  modes: Map<string, Mode>;
  kinds: Map<string, StoryKind>;
  books: Map<string, Book>;
  /** Does a row with this word count? */
  counting: Map<string, boolean>;
  parts: Map<string, 'text' | 'photo' | 'video' | 'edit'>;
  journalist: string;
  outsider: string;
}

/** Someone of the directory, as far as an import has to know. */
export type KnownPerson = Pick<Person, '_id' | 'name' | 'unitIds' | 'leftOn'>;

/** What names in cells are looked up in. */
export interface OpeningPlace {
  words: OpeningWords;
  units: Unit[];
  people: KnownPerson[];
  outlets: Outlet[];
  /** Who imports: nobody enters what comes to oneself. */
  asker: Person;
  /** Today. */
  on: string;
}
