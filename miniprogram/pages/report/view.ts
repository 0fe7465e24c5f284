/** What a report still needs, and how it is sent; no wx. */
import type { InputOf } from '../../../cloudfunctions/contract/index';
import { reportText } from '../../text/adoption';

type Report = InputOf<'adoption.report'>;

export interface ReportForm {
  outletId: string;
  outletName: string;
  printedOn: string;
  position: Report['position'];
  headline: string;
  url: string;
  note: string;
}

/** The first thing that is missing, in words; empty when the report can go. */
export function missingOf({ outletName, url }: ReportForm, hasClipping: boolean): string {
  if (outletName === '') return reportText.outletMissing;
  if (url.trim() !== '' && !/^https?:\/\/\S{3,480}$/.test(url.trim())) return reportText.urlInvalid;
  if (url.trim() === '' && !hasClipping) return reportText.evidenceMissing;
  return '';
}

/** The report as the contract wants it. */
export function reportOf(storyId: string, form: ReportForm, clipping: Report['clipping']): Report {
  const { outletId, outletName, printedOn, position, headline, url, note } = form;
  return {
    ...{ storyId, outletId: outletId || null, outletName, printedOn, position },
    ...{ headline: headline.trim(), url: url.trim() || null, clipping, note: note.trim() },
  };
}
