/** A bulletin as two tables of words and numbers, whatever they are written on. */
import { bulletinWords, columnNames } from '../../wording/bulletin';
import type { Column, Figures } from '../../domain/bulletin/columns';
import type { WholeBulletin } from './read-bulletin';

export interface Table {
  title: string;
  headings: string[];
  /** The first two cells are words or a rank, the others numbers. */
  rows: (string | number)[][];
}

export function tablesOf({ head, units, people }: WholeBulletin): Table[] {
  const { columns, totals } = head;
  return [
    {
      title: bulletinWords.units,
      headings: [
        bulletinWords.rank,
        bulletinWords.unit,
        ...columns.map((one) => columnNames[one] ?? one),
      ],
      rows: [
        ...units.map(({ rank, name, figures }) => [rank, name, ...cellsOf(columns, figures)]),
        ['', bulletinWords.total, ...cellsOf(columns, totals)],
      ],
    },
    {
      title: bulletinWords.people,
      headings: bulletinWords.personHeadings,
      rows: people.map(({ rank, name, unitName, filed, adopted, points, pointsCumulative }) => [
        ...[rank, name, unitName, filed, adopted, points / 100, pointsCumulative / 100],
      ]),
    },
  ];
}

const cellsOf = (columns: Column[], figures: Figures) =>
  columns.map((column) => {
    const figure = figures[column] ?? 0;
    return column === 'points' || column === 'pointsCumulative' ? figure / 100 : figure;
  });
