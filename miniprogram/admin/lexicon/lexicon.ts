import { changeLexicon, listLexicon } from '../../client/newsroom';
import { fontScale } from '../../platform/display';
import { adminText, lexiconText } from '../../text/admin';
import { replyWords } from '../../text/review';
import { emptyForm, linesOf, wordOf, type LexiconWord, type WordLine } from './view';

type FieldChange = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'word' | 'right' | 'why' }
>;

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '40%' }, { width: '70%' }, { width: '50%' }],
    isLoading: true,
    message: '',
    sorts: lexiconText.sorts,
    form: emptyForm,
    lines: [] as WordLine[],
    refused: '',
    isSending: false,
  },

  onLoad() {
    this.setData({ fontScale: fontScale() });
  },

  onShow() {
    void this.read();
  },

  async onPullDownRefresh() {
    await this.read();
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },

  onFieldChange({ detail, currentTarget }: FieldChange) {
    this.setData({ form: { ...this.data.form, [currentTarget.dataset.field]: detail.value } });
  },

  onSortChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: LexiconWord['sort'][] }>) {
    const [sort = 'wrong'] = detail.chosen;
    this.setData({ form: { ...this.data.form, sort } });
  },

  async onAddTap() {
    if (this.data.isSending || this.data.form.word.trim() === '') return;
    if (await this.change([wordOf(this.data.form)], [])) this.setData({ form: emptyForm });
  },

  async onDropTap(event: WechatMiniprogram.TouchEvent<object, object, { word: string }>) {
    const { word } = event.currentTarget.dataset;
    const { title, words, confirm: confirmText } = lexiconText.drop;
    const { confirm } = await wx.showModal({
      ...{ title, content: words(word), confirmText, cancelText: adminText.cancel },
    });
    if (confirm) await this.change([], [word]);
  },

  async change(put: LexiconWord[], drop: string[]): Promise<boolean> {
    this.setData({ isSending: true, refused: '' });
    const reply = await changeLexicon({ put, drop });
    this.setData({ isSending: false });
    if (reply.ok) this.setData({ lines: linesOf(reply.value.words) });
    else this.setData({ refused: replyWords(reply) });
    if (reply.ok) wx.showToast({ title: adminText.done, icon: 'success' });
    return reply.ok;
  },

  async read() {
    const reply = await listLexicon();
    const message = reply.ok ? '' : replyWords(reply);
    this.setData({ message, isLoading: false });
    if (reply.ok) this.setData({ lines: linesOf(reply.value.words) });
  },
});
