/** What the page does about printings: reports that are on the phone still, and new ones. */
import { keptReports } from '../../client/reports';
import { cloudNow } from '../../platform/clock';
import { wordsOfReport, type ShownReport } from '../../text/printing';
import { openPage } from '../open-page';

/** Oldest first, in words. */
export function unsentReports(storyId: string): ShownReport[] {
  return keptReports(storyId).map((one) => wordsOfReport(one, cloudNow()));
}

/** Opens the page of a new report, or of one that is taken back. */
export function openReport(
  storyId: string,
  { headline = '', report = '' }: { headline?: string | undefined; report?: string | undefined },
): void {
  const query = `storyId=${storyId}&headline=${encodeURIComponent(headline)}&report=${report}`;
  openPage(`/pages/report/report?${query}`);
}

/** The office's pages of a new printing, and of what counts without one. */
export type OfficePage = 'register' | 'fact';

/** Opens one of them about the story. */
export function openRegistration(page: OfficePage, storyId: string, headline: string): void {
  const title = encodeURIComponent(headline);
  const query = {
    register: `storyId=${storyId}&headline=${title}`,
    fact: `workId=${storyId}&title=${title}`,
  };
  openPage(`/desk/${page}/${page}?${query[page]}`);
}
