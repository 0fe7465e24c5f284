import { chooseClipping, type KeptClipping } from '../../platform/clippings';
import { reportText } from '../../text/adoption';

/** A picture as evidence; undefined when none was taken, and the person is told when it cannot be used. */
export async function takeClipping(): Promise<KeptClipping | undefined> {
  try {
    return await chooseClipping();
  } catch {
    wx.showToast({ title: reportText.notTaken, icon: 'none' });
    return undefined;
  }
}
