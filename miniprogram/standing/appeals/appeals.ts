import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { createPaging } from '../../client/paging';
import { answerAppeal, listAppeal } from '../../client/points';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { replyWords } from '../../text/reply';
import { amountWords, appealText } from '../../text/standing';
import { viewOfAppeal, type AppealView } from '../entry/view';
import { caseFields, caseList } from '../long-list';

type Appeal = ValueOf<'appeal.list'>['appeals'][number];
type RowTap = WechatMiniprogram.CustomEvent<object, object, { id: string }>;
interface Row extends AppealView {
  id: string;
  owner: string;
  title: string;
  amount: string;
  derivation: string;
  mayAnswer: boolean;
  /** It waits, but the holder of the phone has to do with it. */
  isForOthers: boolean;
}

const appealList = () => createPaging(listAppeal, ({ appeals }) => appeals);

Page({
  ...caseList,

  data: {
    ...caseFields,
    choices: appealText.choices,
    rows: null as Row[] | null, // null while they are read
    answering: '',
    words: '',
    missing: appealText.missing,
    refused: '',
    isSending: false,
  },

  list: appealList(),

  onLoad() {
    this.list = appealList();
    this.setData({ fontScale: fontScale() });
    void this.read();
  },

  onEntryTap({ currentTarget }: RowTap) {
    openPage(`/standing/entry/entry?id=${encodeURIComponent(currentTarget.dataset.id)}`);
  },

  onAnswerTap({ currentTarget }: RowTap) {
    const { id } = currentTarget.dataset;
    this.setData({ answering: id, words: '', missing: appealText.missing, refused: '' });
  },

  onSheetChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.setData({ answering: '' });
  },

  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const missing = detail.value.trim() === '' ? appealText.missing : '';
    this.setData({ words: detail.value, missing, refused: '' });
  },

  onRefuseTap() {
    void this.answer({ isUpheld: false });
  },

  async onUpholdTap() {
    const { confirm } = await wx.showModal(appealText.uphold);
    if (confirm) await this.answer({ isUpheld: true });
  },

  async answer({ isUpheld }: { isUpheld: boolean }) {
    const appeal = this.list.items().find(({ id }) => id === this.data.answering);
    const { words, missing, isSending } = this.data;
    if (!appeal || isSending || missing !== '') return;
    this.setData({ isSending: true, refused: '' });
    const { id: appealId, version } = appeal;
    const reply = await answerAppeal({ appealId, version, isUpheld, words });
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    this.setData({ answering: '' });
    wx.showToast({ title: appealText.answered, icon: 'success' });
    await this.read();
  },

  show() {
    const rows = this.list.items().map((appeal) => rowOf(appeal, cloudNow()));
    this.setData({ message: '', rows, none: appealText.none[this.data.which], ending: '' });
  },
});

function rowOf(appeal: Appeal, now: number): Row {
  const { id, entry, owner, mayAnswer } = appeal;
  const isForOthers = appeal.state === 'open' && !mayAnswer;
  return {
    ...viewOfAppeal(appeal, now),
    ...{
      id,
      mayAnswer,
      isForOthers,
      owner: owner.name,
      title: entry.title,
      derivation: entry.derivation,
    },
    amount: amountWords(entry.book, entry.amount),
  };
}
