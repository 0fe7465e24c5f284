/** What a bulletin counts of a unit, and the sets of columns that offices print. */
import type * as z from 'zod/mini';
import type { columnName, layoutName } from '../../contract/bulletin';
import type { Mode } from '../adoption/adoption';
import type { OutletTerm } from '../outlet/outlet';

export type Column = z.output<typeof columnName>;
export type LayoutName = z.output<typeof layoutName>;
/** Points in hundredths, everything else as it is counted; what is not there is nought. */
export type Figures = Partial<Record<Column, number>>;

export const levels = ['own', 'county', 'city', 'provincial', 'national'] as const;

/**
 * `full`: everything by level. `channels`: the own channel by what it is, as 霍林郭勒 prints it.
 * `plain`: filed, public opinion, adopted, as quarterly notices have it.
 */
export const layouts: Record<LayoutName, Column[]> = {
  full: [
    ...(['filed', 'filedCumulative', 'adopted', ...levels, 'opinion'] as const),
    ...(['points', 'pointsCumulative'] as const),
  ],
  channels: [
    ...(['filed', 'filedCumulative', 'ownGeneral', 'ownAccount', 'ownInternal'] as const),
    ...(['ownCommissioned', 'city', 'provincial', 'points', 'pointsCumulative'] as const),
  ],
  plain: ['filed', 'opinion', 'adopted', 'points'],
};

/** `settings/bulletin`. */
export interface Arrangement {
  _id: 'bulletin';
  layout: LayoutName;
  noticeDays: number;
  version: number;
}

export const usualArrangement: Arrangement = {
  ...{ _id: 'bulletin', layout: 'full', noticeDays: 5, version: 0 },
};

/** Which columns one printing counts in. */
export function columnsOf(
  { level, outletClass }: Pick<OutletTerm, 'level' | 'outletClass'>,
  mode: Mode,
): Column[] {
  if (level !== 'own') return ['adopted', level];
  const kind: Column =
    mode === 'commissioned'
      ? 'ownCommissioned'
      : outletClass === 'account'
        ? 'ownAccount'
        : outletClass === 'bulletin'
          ? 'ownInternal'
          : 'ownGeneral';
  return ['adopted', 'own', kind];
}
