/** The report on a checked workbook in words; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { rosterText } from '../wording/admin';

export type Report = ValueOf<'roster.check'>;

/** What the page shows of a report. */
export function viewOf({ units, people, known, problems, problemCount }: Report) {
  const isClean = problemCount === 0;
  const left = units + people;
  const clean = left === 0 ? rosterText.nothing : rosterText.clean(units, people);
  const unseen = problemCount - problems.length;
  return {
    isClean,
    mayImport: isClean && left > 0,
    result: isClean ? clean : rosterText.problems(problemCount),
    note: isClean
      ? known > 0 && left > 0
        ? rosterText.known(known)
        : ''
      : rosterText.problemsWords,
    problems: problems.map(({ sheet, row, words }) => ({
      place: rosterText.row(sheet, row),
      words,
    })),
    more: unseen > 0 ? rosterText.more(unseen) : '',
  };
}

export const nothingChecked = {
  ...{ isClean: false, mayImport: false, result: '', note: '', more: '' },
  problems: [] as { place: string; words: string }[],
};
