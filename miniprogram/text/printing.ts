/** Words about where a story was printed, on its own page. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { adoptionStateText, levelText, positionText, printingText } from './adoption';
import { plainDayWords } from './day';

type Printing = ValueOf<'story.show'>['story']['adoptions'][number];

/** A printing in words, as the story's page lists it. */
export function wordsOfPrinting(printing: Printing, headline: string, now: number) {
  const { level, printedOn, position, state, reads, forwards, headlineAsPrinted } = printing;
  const about = [
    level === null ? printingText.unknownOutlet : levelText[level],
    plainDayWords(printedOn, now),
    positionText[position],
  ];
  const metrics = [
    reads === null ? '' : printingText.reads(reads),
    forwards === null ? '' : printingText.forwards(forwards),
  ];
  return {
    id: printing.id,
    outlet: printing.outletName,
    about: about.join(' · '),
    headline: headlineAsPrinted === headline ? '' : headlineAsPrinted,
    state,
    stateWords: adoptionStateText[state],
    why: printing.stoppedWhy === '' ? '' : printingText.stopped(printing.stoppedWhy),
    metrics: metrics.filter((words) => words !== '').join(' · '),
    isAfterKill: printing.isAfterKill,
    url: printing.url ?? '',
    clippingUrl: printing.clippingUrl ?? '',
  };
}
