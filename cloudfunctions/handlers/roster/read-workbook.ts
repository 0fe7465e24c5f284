/** Reads the two sheets of a roster into tidy texts. */
import type {
  PersonColumn,
  RosterProblem,
  RosterRow,
  RosterSheet,
  UnitColumn,
} from '../../domain/people/roster-shape';
import { rosterHeadings, rosterNeeds, rosterSheets } from '../../wording/roster';
import { loadWorkbook } from '../workbook/load-workbook';
import { readSheet, type ReadSheet, type SheetShape } from '../workbook/read-sheet';

const plain = { dates: [] } as const;
const unitShape: SheetShape<UnitColumn> = {
  ...{ ...plain, name: rosterSheets.units, headings: rosterHeadings.units, padded: ['name'] },
  ...{ needs: rosterNeeds.units, rowsMax: 600 },
};
const personShape: SheetShape<PersonColumn> = {
  ...{ ...plain, name: rosterSheets.people, headings: rosterHeadings.people },
  ...{ padded: ['name', 'head'], needs: rosterNeeds.people, rowsMax: 3000 },
};

export interface RosterBook {
  units: RosterRow<UnitColumn>[];
  people: RosterRow<PersonColumn>[];
  problems: RosterProblem[];
}

type Read<Value> = Value | { refusal: 'file_too_large' | 'file_unreadable' };

/** The rows of an uploaded .xlsx; a sheet that is not there is empty, but one of them must be. */
export async function readWorkbook(bytes: Uint8Array): Promise<Read<RosterBook>> {
  const loaded = await loadWorkbook(bytes);
  if (loaded.refusal !== undefined) return loaded;
  const units = readSheet(loaded.workbook, unitShape);
  const people = readSheet(loaded.workbook, personShape);
  if (units === 'too_many' || people === 'too_many') return { refusal: 'file_too_large' };
  const problems = [...problemsOf('units', units), ...problemsOf('people', people)];
  if (!units && !people) {
    const about = rosterSheets.people;
    problems.push({ sheet: 'people', row: null, code: 'sheet_missing', about });
  }
  return { units: units?.rows ?? [], people: people?.rows ?? [], problems };
}

function problemsOf(
  sheet: RosterSheet,
  read: ReadSheet<UnitColumn> | ReadSheet<PersonColumn> | undefined,
): RosterProblem[] {
  return (read?.troubles ?? []).map(({ row, code, about }) => ({ sheet, row, code, about }));
}
