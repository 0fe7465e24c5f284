/** What the page asks before it does something. */
import { storyText } from '../../text/story';

/** Is the story to be taken back? */
export async function askWithdrawal(): Promise<boolean> {
  const asked = await wx.showModal({
    ...{ title: storyText.withdrawTitle, content: storyText.withdrawWords },
    ...{ confirmText: storyText.withdrawConfirm, cancelText: storyText.keep },
  });
  return asked.confirm;
}
