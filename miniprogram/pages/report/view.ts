/** What a report still needs; no wx. */
import type { ReportForm } from '../../client/reports';
import { reportText } from '../../text/adoption';

/** The first thing that is missing, in words; empty when the report can go. */
export function missingOf({ outletName, url }: ReportForm, hasClipping: boolean): string {
  if (outletName === '') return reportText.outletMissing;
  if (url.trim() !== '' && !/^https?:\/\/\S{3,480}$/.test(url.trim())) return reportText.urlInvalid;
  if (url.trim() === '' && !hasClipping) return reportText.evidenceMissing;
  return '';
}
