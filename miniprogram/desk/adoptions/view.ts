import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { levelText, positionText, printingText } from '../../text/adoption';
import { dayWords, plainDayWords } from '../../text/day';

type AdoptionLine = ValueOf<'adoption.list'>['adoptions'][number];

/** A line of the office's list, in words. */
export interface AdoptionRow {
  id: string;
  headline: string;
  where: string;
  who: string;
  alarm: string;
  /** What became of it since the list was read; empty for nothing. */
  state: string;
}

/** A line of the office's list. */
export function wordsOfLine(
  line: AdoptionLine,
  unitNames: Record<string, string>,
  now: number,
): AdoptionRow {
  const { level, printedOn, position } = line;
  const where = [
    line.outletName,
    level === null ? printingText.unknownOutlet : levelText[level],
    plainDayWords(printedOn, now),
    positionText[position],
  ];
  const who = [
    unitNames[line.unitId] ?? '',
    line.storyNumber ?? '',
    dayWords(line.reportedAt, now),
  ];
  return {
    id: line.id,
    headline: line.headline,
    where: where.join(' · '),
    who: who.filter((words) => words !== '').join(' · '),
    alarm: line.isAfterKill ? printingText.afterKill : '',
    state: '',
  };
}
