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
 * `duties`: a year's owed stories, what the city took of them, and training, as in Chongqing.
 * `plain`: filed and adopted beside what is owed of both kinds, as 福鼎's quarterly notice has it.
 */
export const layouts: Record<LayoutName, Column[]> = {
  full: [
    ...(['filed', 'filedCumulative', 'adopted', ...levels, 'opinion'] as const),
    ...(['points', 'pointsCumulative'] as const),
  ],
  channels: [
    ...(['filed', 'filedCumulative', 'ownGeneral', 'ownAccount', 'ownInternal'] as const),
    ...(['ownCommissioned', 'ownSentUp', 'city', 'provincial'] as const),
    ...(['points', 'pointsCumulative'] as const),
  ],
  duties: [
    ...(['filed', 'filedCumulative', 'short', 'adopted', 'city', 'training'] as const),
    ...(['points', 'pointsCumulative'] as const),
  ],
  plain: ['filed', 'opinion', 'short', 'adopted', 'points'],
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
  const column = ownByMode[mode] ?? ownByClass[outletClass] ?? 'ownGeneral';
  return ['adopted', 'own', column];
}

// How it was taken says more than where.
const ownByMode: Partial<Record<Mode, Column>> = {
  commissioned: 'ownCommissioned',
  sent_up: 'ownSentUp',
};

const ownByClass: Partial<Record<OutletTerm['outletClass'], Column>> = {
  account: 'ownAccount',
  bulletin: 'ownInternal',
};
