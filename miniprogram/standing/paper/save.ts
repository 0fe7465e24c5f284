import { openPermissions } from '../../platform/album';
import { codeText } from '../../text/code';

interface Paper {
  save(): Promise<'saved' | 'refused' | 'failed'>;
}

/** Saves what a paper shows and says how it went; a refused permission can be given at once. */
export async function savePaper(paper: unknown): Promise<void> {
  // The component's own method; selectComponent knows no types.
  const outcome = await (paper as Paper).save();
  if (outcome === 'saved') wx.showToast({ title: codeText.saved, icon: 'success' });
  else if (outcome === 'failed') wx.showToast({ title: codeText.saveFailed, icon: 'none' });
  else await offerPermission();
}

async function offerPermission(): Promise<void> {
  const { title, content, confirm: confirmText, cancel: cancelText } = codeText.albumRefused;
  const { confirm } = await wx.showModal({ title, content, confirmText, cancelText });
  if (confirm) await openPermissions();
}
