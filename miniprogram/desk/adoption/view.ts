/** What the page of a printing shows, in words; no wx. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import type { TimelineAct } from '../../components/timeline/timeline';
import {
  adoptionEventText,
  adoptionStateText,
  deskAdoptionText,
  evidenceSourceText,
  positionText,
  printingText,
} from '../../text/adoption';
import { momentWords, plainDayWords } from '../../text/day';
import { namesOf } from '../printed-byline/view';

export type AdoptionView = ValueOf<'adoption.show'>['adoption'];

export interface ShownAdoption {
  headline: string;
  about: string;
  state: string;
  why: string;
  alarm: string;
  evidence: { id: string; who: string; note: string; url: string; clippingUrl: string }[];
  metrics: string[];
  othersTitle: string;
  others: { id: string; words: string }[];
  acts: TimelineAct[];
  storyId: string;
  filed: AdoptionView['creditsAsFiled'];
  mayAddFact: boolean;
  maySettle: boolean;
  mayReject: boolean;
  mayWithdraw: boolean;
  mayMeasure: boolean;
}

export function showAdoption(
  adoption: AdoptionView,
  { unitNames, now }: { unitNames: Record<string, string>; now: number },
): ShownAdoption {
  const { allowed, others } = adoption;
  const about = [
    ...[unitNames[adoption.unitId] ?? '', adoption.storyNumber ?? '', namesOf(adoption.credits)],
  ];
  return {
    headline: adoption.headline,
    about: about.filter((words) => words !== '').join(' · '),
    state: adoptionStateText[adoption.state],
    why: adoption.stoppedWhy === '' ? '' : printingText.stopped(adoption.stoppedWhy),
    alarm: adoption.isAfterKill ? printingText.afterKill : '',
    evidence: adoption.evidence.map(({ id, source, byName, at, note, url, clippingUrl }) => ({
      ...{ id, note, url: url ?? '', clippingUrl: clippingUrl ?? '' },
      who: whoWords(source, byName, momentWords(at, now)),
    })),
    metrics: adoption.metrics.map(({ at, reads, forwards }) =>
      [
        momentWords(at, now),
        reads === null ? '' : printingText.reads(reads),
        forwards === null ? '' : printingText.forwards(forwards),
      ]
        .filter((words) => words !== '')
        .join(' · '),
    ),
    othersTitle: others.length === 0 ? '' : deskAdoptionText.others(others.length),
    others: others.map(({ id, outletName, printedOn, position, state }) => ({
      id,
      words: [
        ...[outletName, plainDayWords(printedOn, now), positionText[position]],
        adoptionStateText[state],
      ].join(' · '),
    })),
    acts: [...adoption.timeline].reverse().map(({ kind, byName, at, note }, place) => ({
      id: String(place),
      words: `${byName} ${adoptionEventText[kind]}`,
      when: momentWords(at, now),
      note,
    })),
    storyId: adoption.storyId ?? '',
    filed: adoption.creditsAsFiled,
    // Whoever may correct what counts is of the office, which enters a jury's points.
    mayAddFact: allowed.includes('correct'),
    maySettle: allowed.includes('verify') || allowed.includes('correct'),
    mayReject: allowed.includes('reject'),
    mayWithdraw: allowed.includes('withdraw'),
    mayMeasure: allowed.includes('metric'),
  };
}

// A channel is named by its id, which says nothing to people.
function whoWords(source: keyof typeof evidenceSourceText, byName: string, when: string): string {
  const words = source === 'channel' ? [] : [byName];
  return [evidenceSourceText[source], ...words, when].join(' · ');
}
