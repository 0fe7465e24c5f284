/** Words about where a story was printed, on its own page. */
import type { InputOf, ValueOf } from '../../cloudfunctions/contract/index';
import type { Refusal } from '../../cloudfunctions/contract/refusal';
import { adoptionStateText, levelText, positionText, printingText, reportText } from './adoption';
import { refusalWords } from './refusal';
import { plainDayWords } from './day';

type Choice = ValueOf<'story.show'>['story']['choice'];
type Printing = ValueOf<'story.show'>['story']['adoptions'][number];

/** A printing in words, as the story's page lists it. */
export function wordsOfPrinting(
  printing: Printing,
  { headline, choice, now }: { headline: string; choice: Choice; now: number },
) {
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
    choice: choiceOf(printing, choice),
    url: printing.url ?? '',
    clippingUrl: printing.clippingUrl ?? '',
  };
}

/** Only what is verified counts; until one is chosen, each of them may be. */
function choiceOf({ id, state }: Printing, choice: Choice): 'chosen' | 'open' | '' {
  if (choice === null || state !== 'verified') return '';
  return choice.chosenId === id ? 'chosen' : 'open';
}

interface Unsent {
  commandId: string;
  form: Pick<InputOf<'adoption.report'>, 'outletName' | 'printedOn' | 'position'>;
  refusal: Refusal | null;
}

export interface ShownReport {
  id: string;
  outlet: string;
  about: string;
  /** Why it is not there yet. */
  state: string;
  isRefused: boolean;
}

/** A report that the cloud has not taken yet. */
export function wordsOfReport({ commandId, form, refusal }: Unsent, now: number): ShownReport {
  const { outletName, printedOn, position } = form;
  return {
    ...{ id: commandId, outlet: outletName, isRefused: refusal !== null },
    about: `${plainDayWords(printedOn, now)} · ${positionText[position]}`,
    state: refusal === null ? reportText.waiting : refusalWords(refusal),
  };
}
