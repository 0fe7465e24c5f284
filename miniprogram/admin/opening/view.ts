/** The report on a checked opening in words; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { openingText } from '../wording/opening';

export type Report = ValueOf<'opening.check'>;

/** What the page shows of a report. */
export function viewOf(report: Report) {
  const { printings, balances, problemCount, problems, met, metCount } = report;
  const isClean = problemCount === 0;
  const left = printings + balances;
  const clean = left === 0 ? openingText.nothing : openingText.clean;
  const unseen = problemCount - problems.length;
  return {
    ...{ isClean, printings, balances, mayImport: isClean && left > 0 },
    result: isClean ? clean : openingText.problems(problemCount),
    note: isClean ? '' : openingText.problemsWords,
    lines: isClean ? linesOf(report) : [],
    problems: problems.map(viewRemark),
    more: unseen > 0 ? openingText.more(unseen) : '',
    met: isClean ? met.map(viewRemark) : [],
    moreMet: isClean && metCount > met.length ? openingText.moreMet(metCount - met.length) : '',
  };
}

/** What an import would do, and what it leaves out. */
function linesOf(report: Report): string[] {
  const { printings, balances, uncounted, covered, unruled, known, metCount } = report;
  const isPosting = printings + balances > 0;
  const said = [
    balances > 0 && openingText.balances(balances),
    ...report.sums.map(openingText.sum),
    printings > 0 && openingText.printings(printings),
    uncounted > 0 && openingText.uncounted(uncounted),
    covered > 0 && openingText.covered(covered),
    unruled > 0 && openingText.unruled(unruled),
    known > 0 && isPosting && openingText.known(known),
    metCount > 0 && openingText.met(metCount),
    isPosting && report.closedThrough !== null && openingText.closed(report.closedThrough),
  ];
  return said.filter((line) => line !== false);
}

const viewRemark = ({ sheet, row, cell, words }: Report['problems'][number]) => ({
  place: openingText.place(sheet, row, cell),
  words,
});

export const nothingChecked = {
  ...{ isClean: false, mayImport: false, result: '', note: '', more: '', moreMet: '' },
  ...{ printings: 0, balances: 0, lines: [] as string[] },
  problems: [] as { place: string; words: string }[],
  met: [] as { place: string; words: string }[],
};
