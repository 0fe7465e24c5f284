/** A bulletin as two tables of words and numbers, whatever they are written on. */
import { bulletinWords, columnNames } from '../../wording/bulletin';
import type { Column, Figures } from '../../domain/bulletin/columns';
import type { WholeBulletin } from './read-bulletin';

export interface Table {
  title: string;
  headings: string[];
  /** Shares of the paper's width. */
  widths: number[];
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
      widths: [1, 3.8, ...columns.map((column) => (isPoints(column) ? 2 : 1))],
      rows: [
        ...units.map(({ rank, name, figures }) => [rank, name, ...cellsOf(columns, figures)]),
        ['', bulletinWords.total, ...cellsOf(columns, totals)],
      ],
    },
    {
      title: bulletinWords.people,
      headings: bulletinWords.personHeadings,
      widths: [1, 2.2, 3.6, 1.6, 1.2, 1.7, 1.7],
      rows: people.map(({ rank, name, unitName, filed, adopted, points, pointsCumulative }) => [
        ...[rank, name, unitName, filed, adopted, points / 100, pointsCumulative / 100],
      ]),
    },
  ];
}

const cellsOf = (columns: Column[], figures: Figures) =>
  columns.map((column) => {
    const figure = figures[column] ?? 0;
    return isPoints(column) ? figure / 100 : figure;
  });

const isPoints = (column: Column) => column === 'points' || column === 'pointsCumulative';
