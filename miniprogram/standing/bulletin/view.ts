/** A bulletin in words; no wx, so it is tested as it is. */
import {
  bulletinText,
  columnText,
  figureWords,
  periodStateText,
  stateWords,
  type Bulletin,
} from '../wording/bulletin';

export function headOf(bulletin: Bulletin, now: number) {
  const { period, columns, totals, zero, named, openAppeals } = bulletin;
  return {
    title: bulletinText.title(period.period),
    grey: [periodStateText[period.state], stateWords(period, now)].filter(Boolean).join(' · '),
    isComputing: period.isComputing,
    isOpenToAppeals: period.state === 'notice',
    columns: columns.map((column) => columnText[column]),
    totals: columns.map((column) => figureWords(column, totals[column])),
    totalsSaid: saidOf(totals, columns),
    ...{ zeroTitle: bulletinText.zero(zero.length), zero: zero.join('、') },
    named: named.join('、'),
    digest: period.digest === null ? '' : bulletinText.digest(period.digest),
    appeals: openAppeals ? bulletinText.appeals(openAppeals) : '',
    mayDraft: period.allowed.includes('draft'),
    mayPublish: period.allowed.includes('publish'),
    mayClose: period.allowed.includes('close'),
    mayExport: period.allowed.includes('export'),
  };
}

export function unitRows({ units, columns }: Bulletin) {
  return units.map(({ id, name, rank, figures }) => ({
    ...{ id, name, rank },
    cells: columns.map((column) => figureWords(column, figures[column])),
    said: saidOf(figures, columns),
  }));
}

/** The rows of one's own units, to stand before all others. */
export function ownOf(groups: ReturnType<typeof unitRows>[] | null, ownIds: string[]) {
  return (groups ?? []).flat().filter(({ id }) => ownIds.includes(id));
}

/** Figures as one line, where a table has no room; what is nothing is left out. */
function saidOf(figures: Bulletin['totals'], columns: Bulletin['columns']): string {
  return columns
    .map((column) => ({ name: columnText[column], words: figureWords(column, figures[column]) }))
    .filter(({ words }) => words !== '0')
    .map(({ name, words }) => `${name} ${words}`)
    .join(' · ');
}

export function personRows({ people }: Bulletin) {
  return people.map(({ id, name, unitName, rank, filed, adopted, points }) => ({
    ...{ id, name, rank: String(rank), amount: figureWords('points', points) },
    grey: [unitName, bulletinText.person(filed, adopted)].filter(Boolean).join(' · '),
  }));
}
