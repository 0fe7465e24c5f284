import type { Scene } from './pictures';

/** A sample story: what it says, and what people do with it. */
export interface SampleStory {
  /** What other stories call it by. */
  key: string;
  kind: string;
  headline: string;
  /** `{day}` stands for the day it happened, the day before filing. */
  body: string;
  place: string;
  column?: string;
  /** The author's unit; the author is its first correspondent. */
  unit: string;
  photos?: { scene: Scene; caption: string }[];
  /** What its film goes over. */
  film?: Scene;
  /** The tip it comes of. */
  tip?: string;
  noteToEditor?: string;
  filedHoursAgo: number;
  acts: SampleAct[];
}

/** One act after the filing, as `story.<act>` by a person of the stage or by the author. */
export interface SampleAct {
  hoursAgo: number;
  by: 'zhou' | 'sun' | 'xu' | 'wu' | 'author';
  act: string;
  note?: string;
  /** `return`: notes on passages, by their quotes. */
  passages?: { quote: string; note: string }[];
  /** `merge`: the story that stays. */
  into?: string;
  /** `hold`: for how many hours from then. */
  hours?: number;
  /** `refile`, `edit`, `correct`: what is said instead. */
  headline?: string;
  adds?: string;
}

/** Passes the first, the second and perhaps the last stage, some hours apart. */
export function passed(from: number, upTo: 1 | 2 | 3, step = 6): SampleAct[] {
  const reviewers = ['zhou', 'xu', 'wu'] as const;
  return reviewers
    .slice(0, upTo)
    .map((by, n) => ({ hoursAgo: from - step * (n + 1), by, act: 'approve' }));
}

/** 社情民意 and 调研报告 stay within the house, and a tip is not yet a story. */
export const isPublic = ({ kind }: SampleStory) =>
  !['public_opinion', 'research_report', 'tip'].includes(kind);
