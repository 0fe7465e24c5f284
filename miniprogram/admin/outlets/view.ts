import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { levelText, outletClassText, outletText } from '../../text/adoption';

type OutletLine = ValueOf<'outlet.list'>['outlets'][number];

/** The directory in groups by level, as the cloud has put it in order. */
export function groupsOf(outlets: OutletLine[]) {
  const levels = [...new Set(outlets.map(({ level }) => level))];
  return levels.map((level) => ({
    title: levelText[level],
    lines: outlets
      .filter((outlet) => outlet.level === level)
      .map(({ id, name, outletClass, aliases, isClosed }) => ({
        id,
        name,
        about: [
          outletClassText[outletClass],
          ...aliases,
          ...(isClosed ? [outletText.closed] : []),
        ].join(' · '),
      })),
  }));
}
