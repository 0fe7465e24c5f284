/**
 * What a kind of story needs and which fields its form shows. The needs are the server's
 * (cloudfunctions/domain/story/kinds.ts), written down again because a phone without a network must
 * know them too; a test holds both to each other.
 */
import type { Draft } from '../../outbox/index';

export type StoryKind = Draft['kind'];

export interface KindForm {
  wordsMin: number;
  photosMin: number;
  needsVideo: boolean;
  needsDay: boolean;
  needsCaptions: boolean;
  /** Fields that this kind has no use for are not shown. */
  hasPhotos: boolean;
  hasPlace: boolean;
  /** It decides where a story goes; what stays inside goes nowhere by it. */
  hasColumn: boolean;
  hasAttachments: boolean;
}

const usual: KindForm = {
  wordsMin: 50,
  photosMin: 0,
  needsVideo: false,
  needsDay: true,
  needsCaptions: true,
  hasPhotos: true,
  hasPlace: true,
  hasColumn: true,
  hasAttachments: false,
};
const paper = { ...usual, needsDay: false, hasPlace: false, hasAttachments: true };

export const kindForms: Record<StoryKind, KindForm> = {
  tip: { ...usual, wordsMin: 5, needsDay: false, needsCaptions: false },
  news: usual,
  feature: { ...usual, wordsMin: 300 },
  photo_story: { ...usual, wordsMin: 20, photosMin: 1 },
  video: { ...usual, wordsMin: 10, needsVideo: true },
  public_opinion: { ...paper, wordsMin: 100, hasPhotos: false, hasColumn: false },
  research_report: { ...paper, wordsMin: 300, hasColumn: false },
  theory_article: { ...paper, wordsMin: 300, hasPhotos: false },
  duty_story: { ...usual, wordsMin: 100, needsDay: false },
};

/** Characters as a correspondent counts them: without blanks and line ends; as the server does. */
export function countWords(text: string): number {
  return [...text.replace(/\s/g, '')].length;
}

export type MissingPart =
  'headline' | 'body' | 'photos' | 'captions' | 'video' | 'happenedOn' | 'unit' | 'bylines';

/** What a draft still lacks; empty when it can be filed. */
export function missingOf(draft: Draft): MissingPart[] {
  const form = kindForms[draft.kind];
  const lacksCaption = draft.photos.some(({ caption }) => caption.trim() === '');
  const missing: [MissingPart, boolean][] = [
    ['headline', draft.headline.trim() === ''],
    ['body', countWords(draft.body) < form.wordsMin],
    ['photos', draft.photos.length < form.photosMin],
    ['captions', form.needsCaptions && lacksCaption],
    ['video', form.needsVideo && draft.video === null],
    ['happenedOn', form.needsDay && draft.happenedOn === null],
    ['unit', draft.unitId === null],
    ['bylines', draft.bylines.length === 0],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([part]) => part);
}

/** Where on the form the first of them stands; a unit or a byline is never missing on a form that opened. */
export function placeOfMissing(draft: Draft): string | undefined {
  const [first] = missingOf(draft);
  return first && places[first];
}

const places: Partial<Record<MissingPart, string>> = {
  ...{ headline: '#text', body: '#text' },
  ...{ photos: '#photos', captions: '#photos' },
  ...{ video: '#video', happenedOn: '#day' },
};
