import type { UnitKind } from '../people/unit';
import type { Stage, StoryKind } from '../story/story';

/** A configured chain: which filings it is for, and its one to four stages. */
export interface ReviewChain {
  _id: string;
  /** Empty: every kind that has no chain of its own. */
  kinds: StoryKind[];
  /** Empty: units of every kind. */
  unitKinds: UnitKind[];
  stages: Stage[];
  version: number;
}

/** 三审: what holds until the office configures its own. */
export function usualStages(names: { first: string; second: string; signOff: string }): Stage[] {
  const review = { kind: 'review' as const, stage: null };
  return [
    { ...review, name: names.first, duty: 'publicity_office', limitHours: 24, maySkip: false },
    { ...review, name: names.second, duty: 'reviewer', stage: 2, limitHours: 24, maySkip: true },
    { ...review, name: names.signOff, duty: 'leader', limitHours: 48, maySkip: false },
  ];
}

/** The chain for a filing: the one that names both its kind and unit kind, then kind, then unit. */
export function chainFor(
  chains: ReviewChain[],
  filing: { kind: StoryKind; unitKind: UnitKind },
): Stage[] | undefined {
  const fitting = chains.filter(
    ({ kinds, unitKinds }) =>
      (kinds.length === 0 || kinds.includes(filing.kind)) &&
      (unitKinds.length === 0 || unitKinds.includes(filing.unitKind)),
  );
  const narrowness = ({ kinds, unitKinds }: ReviewChain) =>
    (kinds.length > 0 ? 2 : 0) + (unitKinds.length > 0 ? 1 : 0);
  return fitting.sort((left, right) => narrowness(right) - narrowness(left))[0]?.stages;
}
