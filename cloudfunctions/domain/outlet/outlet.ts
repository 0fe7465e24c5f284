/** 媒体: where a work appears in print or on air. Level and class are dated, so that a reclassified
 * outlet does not rewrite history. */
import { holdsOn } from '../../kernel/days';

export const outletLevels = ['national', 'provincial', 'city', 'county', 'own'] as const;
export type OutletLevel = (typeof outletLevels)[number];

/** paper, TV, radio, web site, social account (公众号, 视频号), app, internal bulletin. */
export const outletClasses = ['paper', 'tv', 'radio', 'web', 'account', 'app', 'bulletin'] as const;
export type OutletClass = (typeof outletClasses)[number];

export interface OutletTerm {
  level: OutletLevel;
  outletClass: OutletClass;
  /** The office's own grouping, e.g. `中央主要媒体`; null where it uses none. */
  group: string | null;
  since: string;
  until: string | null;
}

export interface Outlet {
  _id: string;
  name: string;
  /** Other names it goes by, as a center or a clipping may print them. */
  aliases: string[];
  terms: OutletTerm[];
  /** Channels whose publish answers about this outlet become adoptions by themselves. */
  channelIds: string[];
  isClosed: boolean;
  version: number;
}

/** What the outlet was on a day; before its first term, that first term. */
export function termOn(outlet: Pick<Outlet, 'terms'>, on: string): OutletTerm | undefined {
  return outlet.terms.find((term) => holdsOn(term, on)) ?? outlet.terms[0];
}

/** The outlet that goes by this name; blanks, quotes and width of letters do not matter. */
export function outletNamed<Named extends Pick<Outlet, 'name' | 'aliases'>>(
  outlets: Named[],
  name: string,
): Named | undefined {
  const wanted = plainName(name);
  return outlets.find((outlet) =>
    [outlet.name, ...outlet.aliases].some((known) => plainName(known) === wanted),
  );
}

/** A name without what people write differently: blanks, punctuation, wide letters, case. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{S}]/gu, '');
}
