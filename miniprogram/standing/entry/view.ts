/** One entry with what became of it, in words. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { momentWords, plainDayWords } from '../../text/day';
import {
  amountWords,
  appealStateText,
  bookText,
  causeText,
  entryText,
  type Entry,
} from '../../text/standing';

type Shown = ValueOf<'entry.show'>;
type Appeal = NonNullable<Shown['appeal']>;

export interface EntryView {
  title: string;
  amount: string;
  isLess: boolean;
  derivation: string;
  facts: { label: string; said: string }[];
  /** What undoes it, or what it undoes; the id of an entry to look at, '' where there is none. */
  relatedId: string;
  relatedWords: string;
  storyId: string;
  /** The version that it was counted by; 0 for what a person decided. */
  ruleVersion: number;
  mayAppeal: boolean;
  appeal: AppealView | null;
}

export interface AppealView {
  state: string;
  text: string;
  said: string;
  answer: string;
}

export function viewOfEntry({ entry, owner, ...more }: Shown, now: number): EntryView {
  return {
    title: entry.title,
    amount: amountWords(entry.book, entry.amount),
    isLess: entry.amount < 0 || entry.isReversed,
    derivation: entry.derivation,
    facts: factsOf(entry, owner.name, now),
    relatedId: more.reversedBy ?? entry.reverses ?? '',
    relatedWords: more.reversedBy ? entryText.reversedBy : entryText.reverses,
    storyId: entry.storyId ?? '',
    ruleVersion: entry.ruleVersion,
    mayAppeal: more.mayAppeal,
    appeal: more.appeal && viewOfAppeal(more.appeal, now),
  };
}

function factsOf(entry: Entry, ownerName: string, now: number): EntryView['facts'] {
  const isMoved = entry.periodOn !== entry.occurredOn;
  return [
    { label: entryText.owner, said: ownerName },
    { label: entryText.cause, said: `${causeText[entry.causeKind]} · ${bookText[entry.book]}` },
    { label: entryText.occurredOn, said: plainDayWords(entry.occurredOn, now) },
    ...(isMoved ? [{ label: entryText.periodOn, said: plainDayWords(entry.periodOn, now) }] : []),
    { label: entryText.postedAt, said: momentWords(entry.postedAt, now) },
    // What a person decided follows no rule.
    ...(entry.ruleVersion > 0
      ? [{ label: entryText.rule, said: entryText.version(entry.ruleVersion) }]
      : []),
  ];
}

export function viewOfAppeal(appeal: Appeal, now: number): AppealView {
  const { answeredAt, answeredByName } = appeal;
  const answered = answeredAt === null ? '' : `${answeredByName} · ${momentWords(answeredAt, now)}`;
  return {
    state: appealStateText[appeal.state],
    text: appeal.text,
    said: `${appeal.byName} · ${momentWords(appeal.at, now)}`,
    answer: answered === '' ? '' : `${appeal.answer}（${answered}）`,
  };
}
