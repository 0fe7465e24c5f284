/** What the cloud advises while writing, in words; pure. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { filingText } from '../../text/filing';

const linesMax = 6;

/**
 * Lines of advice: words first, then stories alike, then what the unit filed today, which helps nobody who
 * files again.
 */
export function adviceWords(
  advice: ValueOf<'draft.advise'>,
  { isRefiling }: { isRefiling: boolean },
): string[] {
  const words = advice.words.map(({ word, right, why }) =>
    filingText.advice.word(word, right, why),
  );
  const duplicates = advice.duplicates.map(({ headline, unitName, number }) =>
    filingText.advice.duplicate(headline, unitName, number),
  );
  const filedToday = isRefiling ? [] : advice.filedToday;
  const today = filedToday.map(({ headline }) => filingText.advice.today(headline));
  return [...new Set([...words, ...duplicates, ...today])].slice(0, linesMax);
}
