import { readAgain } from './read-page';

interface FormPage {
  data: { isSending: boolean };
  setData(data: object): void;
  leave(title: string): Promise<void>;
}

/** The page's data besides its fields. */
export const formFields = {
  fontScale: 1,
  isLoading: true,
  message: '',
  missing: '',
  refused: '',
  isSending: false,
};

/** What every form does: it is read again after a failure, sent once at a time, and left with a word. */
export const formPage = {
  onRetryTap: readAgain.onRetryTap,

  /** `act` answers why it was not taken, '' when it was; what was typed stays for the next try. */
  async send(this: FormPage, act: () => Promise<string>, done: string) {
    if (this.data.isSending) return;
    this.setData({ isSending: true, refused: '' });
    const refused = await act();
    if (refused === '') await this.leave(done);
    this.setData({ isSending: false, refused });
  },

  async leave(title: string) {
    await wx.navigateBack();
    wx.showToast({ title, icon: 'success' });
  },
};
