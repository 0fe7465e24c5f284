import type { StoryContent, StoryKind } from './story';

/** What a kind of story needs before it can be filed. */
export interface KindNeeds {
  wordsMin: number;
  photosMin: number;
  video: boolean;
  happenedOn: boolean;
  /** 社情民意 and 调研报告 never reach a public channel: a rule, not a setting. */
  isInternal: boolean;
  /** Tips are assigned, not reviewed. */
  isReviewed: boolean;
}

const usual: KindNeeds = {
  wordsMin: 50,
  photosMin: 0,
  video: false,
  happenedOn: true,
  isInternal: false,
  isReviewed: true,
};

export const kindNeeds: Record<StoryKind, KindNeeds> = {
  tip: { ...usual, wordsMin: 5, happenedOn: false, isReviewed: false },
  news: usual,
  feature: { ...usual, wordsMin: 300 },
  photo_story: { ...usual, wordsMin: 20, photosMin: 1 },
  video: { ...usual, wordsMin: 10, video: true },
  public_opinion: { ...usual, wordsMin: 100, happenedOn: false, isInternal: true },
  research_report: { ...usual, wordsMin: 300, happenedOn: false, isInternal: true },
  theory_article: { ...usual, wordsMin: 300, happenedOn: false },
  duty_story: { ...usual, wordsMin: 100, happenedOn: false },
};

export type MissingPart = 'body' | 'photos' | 'captions' | 'video' | 'happenedOn';

/** What is still missing of a content for its kind; empty when it can be filed. */
export function missingOf(content: StoryContent, words: number): MissingPart[] {
  const needs = kindNeeds[content.kind];
  const missing: [MissingPart, boolean][] = [
    ['body', words < needs.wordsMin],
    ['photos', content.photos.length < needs.photosMin],
    ['captions', needs.isReviewed && content.photos.some(({ caption }) => caption === '')],
    ['video', needs.video && content.video === null],
    ['happenedOn', needs.happenedOn && content.happenedOn === null],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([part]) => part);
}
