/** Hands a draft to the outbox after the clearance (保密审查), and goes to where it can be watched. */
import { outbox } from '../../outbox/index';
import { filingText } from '../../text/filing';
import type { Writing } from './writing';

/** False when the person thinks again or the phone is full; then all is as it was. */
export async function submitDraft(writing: Writing): Promise<boolean> {
  if (writing.draft().refileVersion !== null && writing.isUntouched()) {
    const { confirm } = await wx.showModal(filingText.unchanged);
    if (!confirm) return false;
  }
  const { confirm } = await wx.showModal({
    title: filingText.confirmTitle,
    content: filingText.confirmWords,
    confirmText: filingText.confirm,
    cancelText: filingText.later,
  });
  if (!confirm) return false;
  // A returned story may be filed as it was opened; it has to be kept first all the same.
  writing.change({});
  const outcome = writing.save() ? await outbox().submit(writing.draft().storyId) : 'full';
  if (outcome !== 'queued') {
    tell(filingText.full);
    return false;
  }
  // What became of it stands in the outbox, at the top of a list that may have been left far down.
  wx.switchTab({
    url: '/pages/stories/stories',
    success: () => void wx.pageScrollTo({ scrollTop: 0 }),
  });
  return true;
}

/** A short word to the person; nothing when there is nothing to say. */
export function tell(words: string): void {
  if (words !== '') wx.showToast({ title: words, icon: 'none', duration: 3000 });
}
