import { scannedPage } from '../client/scanned';
import { scanText } from '../platform/scan';
import { standingText } from '../text/standing';

/** Scans a code and answers the page it leads to; a code that is not ours is said, and leads nowhere. */
export async function scanPage(): Promise<string | undefined> {
  const scanned = await scanText();
  if (scanned === undefined) return undefined;
  const url = scannedPage(scanned);
  if (!url) wx.showToast({ title: standingText.notCode, icon: 'none' });
  return url;
}
