/** A printing as the office types it, and as the contract wants it; no wx. */
import type { InputOf, ValueOf } from '../../cloudfunctions/contract/index';
import { deskAdoptionText } from '../text/adoption';

type Facts = Omit<InputOf<'adoption.verify'>, 'adoptionId' | 'version' | 'note'>;
type AdoptionView = ValueOf<'adoption.show'>['adoption'];

export interface PrintingForm {
  outletId: string;
  outletName: string;
  printedOn: string;
  position: Facts['position'];
  genre: Facts['genre'];
  mode: Facts['mode'];
  headline: string;
  words: string;
  seconds: string;
  /** In yuan. */
  fee: string;
  /** The byline as printed; none where the work's own is taken. */
  credits: NonNullable<Facts['credits']>;
}

export const emptyForm: PrintingForm = {
  ...{ outletId: '', outletName: '', printedOn: '', position: 'other', genre: 'news' },
  ...{ mode: 'single', headline: '', words: '', seconds: '', fee: '', credits: [] },
};

/** What is known of a printing, ready to be confirmed. */
export function formOf(adoption: AdoptionView): PrintingForm {
  const { outletId, outletName, printedOn, position, genre, mode, feeFen } = adoption;
  return {
    ...{ outletId: outletId ?? '', outletName, printedOn, position, genre, mode },
    headline: adoption.headlineAsPrinted || adoption.headline,
    words: adoption.words === null ? '' : String(adoption.words),
    seconds: adoption.durationSeconds === null ? '' : String(adoption.durationSeconds),
    fee: feeFen === null ? '' : String(feeFen / 100),
    credits: adoption.credits,
  };
}

/** The first thing that is missing or wrong, in words; empty when it is whole. */
export function missingIn(form: PrintingForm): string {
  if (form.outletId === '') return deskAdoptionText.outletMissing;
  if (form.printedOn === '') return deskAdoptionText.dayMissing;
  if (form.headline.trim() === '') return deskAdoptionText.headlineMissing;
  const isWhole = [form.words, form.seconds].every((text) => /^\d{0,5}$/.test(text.trim()));
  const isFee = /^(\d{1,6}(\.\d{1,2})?)?$/.test(form.fee.trim());
  return isWhole && isFee ? '' : deskAdoptionText.numberInvalid;
}

/** Is it another printing by its id than the one that was reported? */
export function isMoved(form: PrintingForm, adoption: AdoptionView): boolean {
  const { outletId, printedOn, position } = adoption;
  if (outletId === null) return false;
  return form.outletId !== outletId || form.printedOn !== printedOn || form.position !== position;
}

export function factsOf(form: PrintingForm): Facts {
  const { outletId, printedOn, position, genre, mode, credits } = form;
  const fee = numberOf(form.fee);
  return {
    ...{ outletId, printedOn, position, genre, mode, headline: form.headline.trim() },
    words: numberOf(form.words),
    durationSeconds: numberOf(form.seconds),
    feeFen: fee === null ? null : Math.round(fee * 100),
    ...(credits.length > 0 && { credits }),
  };
}

/** Null where nothing is typed. */
export function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}
