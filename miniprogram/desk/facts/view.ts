import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { factKindText, factText, levelText, printingText } from '../../text/adoption';
import { periodWords } from '../../text/standing';
import { plainDayWords } from '../../text/day';
import { factWording } from '../wording/fact';

export type FactView = ValueOf<'fact.list'>['facts'][number];

/** A registered fact as the list shows it. */
export function wordsOfFact(fact: FactView, unitNames: Record<string, string>, now: number) {
  const { kind, level, occurredOn, quantity, mark, personName, state, jury, workId } = fact;
  const what = [factKindText[kind], level === null ? '' : levelText[level]];
  const much = jury
    ? factText.jury(String(jury.points / 100), periodWords(jury.period))
    : factText.quantity(quantity);
  const whom = jury && workId !== null ? factText.ofWork : factText.unitItself;
  const marked = mark === null ? '' : factWording.marked(mark);
  const about = workId === null ? '' : factWording.aboutWork(fact.workTitle);
  const who = [unitNames[fact.unitId] ?? '', personName ?? whom];
  return {
    id: fact.id,
    version: fact.version,
    title: fact.title,
    about: joined([...what, plainDayWords(occurredOn, now), much, marked]),
    who: joined([...who, factText.by(fact.byName)]),
    work: about,
    note: fact.note,
    clippingUrl: fact.clippingUrl ?? '',
    isStanding: state === 'registered',
    stopped: state === 'withdrawn' ? factText.stopped(printingText.stopped(fact.withdrawnWhy)) : '',
  };
}

const joined = (words: string[]) => words.filter((word) => word !== '').join(' · ');
