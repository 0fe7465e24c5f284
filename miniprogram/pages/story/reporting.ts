/** What the page does about printings: reports that are on the phone still, and new ones. */
import { keptReports } from '../../client/reports';
import { wordsOfReport, type ShownReport } from '../../text/printing';

/** Oldest first, in words. */
export function unsentReports(storyId: string): ShownReport[] {
  return keptReports(storyId).map((one) => wordsOfReport(one, Date.now()));
}

/** Opens the page of a new report, or of one that is taken back. */
export function openReport(
  storyId: string,
  { headline = '', report = '' }: { headline?: string | undefined; report?: string | undefined },
): void {
  const query = `storyId=${storyId}&headline=${encodeURIComponent(headline)}&report=${report}`;
  wx.navigateTo({ url: `/pages/report/report?${query}` });
}

/** Opens the office's page of a new printing of the story. */
export function openRegistration(storyId: string, headline: string): void {
  const query = `storyId=${storyId}&headline=${encodeURIComponent(headline)}`;
  wx.navigateTo({ url: `/desk/register/register?${query}` });
}
