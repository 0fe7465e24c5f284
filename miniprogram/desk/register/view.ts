/** A work, outside or a story of ours, and its printing as they are typed; no wx. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import { deskAdoptionText, reportText } from '../../text/adoption';
import { factsOf, missingIn, type PrintingForm } from '../printing-form';

type Register = InputOf<'adoption.register'>;
type OutsideWork = Extract<Register['work'], { workId: string }>;
export type Credit = OutsideWork['credits'][number];

export interface WorkForm {
  /** A story of ours, which has unit and authors itself; empty for a work from outside. */
  storyId: string;
  title: string;
  kind: OutsideWork['kind'];
  unitId: string;
  unitName: string;
  credits: Credit[];
  url: string;
  note: string;
}

export const emptyWork: WorkForm = {
  ...{
    storyId: '',
    title: '',
    kind: 'news',
    unitId: '',
    unitName: '',
    credits: [],
    url: '',
    note: '',
  },
};

/** The first thing that is missing, in words; empty when it can be registered. */
export function missingOf(work: WorkForm, form: PrintingForm): string {
  if (work.storyId === '') {
    if (work.title.trim() === '') return deskAdoptionText.headlineMissing;
    if (work.unitId === '') return deskAdoptionText.unitMissing;
    if (work.credits.length === 0) return deskAdoptionText.creditMissing;
  }
  const url = work.url.trim();
  if (url !== '' && !/^https?:\/\/\S{3,480}$/.test(url)) return reportText.urlInvalid;
  return missingIn(titled(work, form));
}

/** The work and the printing as the contract wants them. */
export function registrationOf(
  typed: { workId: string; work: WorkForm; form: PrintingForm; apart: string | null },
  clipping: Register['clipping'],
): Register {
  const { workId, work, form, apart } = typed;
  const { storyId, title, kind, unitId, credits } = work;
  const outside = { workId, headline: title.trim(), kind, column: null, unitId, credits };
  return {
    work: storyId ? { storyId } : { ...outside, photoCount: 0 },
    ...factsOf(titled(work, form)),
    ...{ url: work.url.trim() || null, clipping, note: work.note.trim(), apart },
  };
}

/** A story's byline as credits of a printing. */
export function creditsOf(bylines: ValueOf<'story.show'>['story']['content']['bylines']): Credit[] {
  return bylines.map(({ isJournalist = false, ...byline }) => ({ ...byline, isJournalist }));
}

/** Most are printed under their own headline. */
const titled = (work: WorkForm, form: PrintingForm): PrintingForm => ({
  ...form,
  headline: form.headline.trim() || work.title,
});
