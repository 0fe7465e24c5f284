import { changeLexicon, listLexicon } from '../../client/newsroom';
import { readPage } from '../../platform/read-page';
import { adminText, lexiconText } from '../wording/admin';
import { replyWords, whyNot } from '../../text/reply';
import { emptyForm, linesOf, wordOf, type LexiconWord, type WordLine } from './view';

type FieldChange = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'word' | 'right' | 'why' }
>;

/** Some hundred words at once would be more nodes than a page should have. */
const cardSize = 40;

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    sorts: lexiconText.sorts,
    form: emptyForm,
    count: 0,
    /** What is shown so far, a card of at most forty each. */
    cards: [] as WordLine[][],
    refused: '',
    isSending: false,
  },

  lines: [] as WordLine[],

  onReachBottom() {
    this.show(this.data.cards.length + 1);
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
    if (reply.ok) this.keep(linesOf(reply.value.words));
    else this.setData({ refused: replyWords(reply) });
    if (reply.ok) wx.showToast({ title: adminText.done, icon: 'success' });
    return reply.ok;
  },

  async read() {
    const reply = await listLexicon();
    if (reply.ok) this.keep(linesOf(reply.value.words));
    this.setData({ isLoading: false, message: whyNot(reply) });
  },

  keep(lines: WordLine[]) {
    this.lines = lines;
    this.show(Math.max(1, this.data.cards.length));
  },

  show(cardCount: number) {
    const cards = Array.from({ length: cardCount }, (_none, n) =>
      this.lines.slice(n * cardSize, (n + 1) * cardSize),
    );
    const count = this.lines.length;
    this.setData({ count, cards: cards.filter((card) => card.length > 0) });
  },
});
