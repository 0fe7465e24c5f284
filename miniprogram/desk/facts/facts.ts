import { listFact, withdrawFact } from '../../client/adoption';
import { createPaging } from '../../client/paging';
import { openPage } from '../../pages/open-page';
import { showPhotos } from '../../platform/documents';
import { say } from '../../platform/toast';
import { factText } from '../../text/adoption';
import { replyWords } from '../../text/reply';
import { unitLines } from '../unit-lines';
import { wordsOfFact } from './view';

type Tap<Fields extends object> = WechatMiniprogram.TouchEvent<object, object, Fields>;

const factList = () => createPaging(listFact, ({ facts }) => facts);

/** 登记事项: what counts without a printing, the newest first. */
Page({
  ...unitLines(factList, wordsOfFact),

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    lines: [] as ReturnType<typeof wordsOfFact>[],
    isAsked: false,
    isSending: false,
    refused: '',
    sheetText: factText.withdraw,
  },

  target: undefined as { id: string; version: number } | undefined,

  onAddTap() {
    openPage('/desk/fact/fact');
  },

  onClippingTap(event: Tap<{ url: string }>) {
    const { url } = event.currentTarget.dataset;
    showPhotos([url], url);
  },

  onWithdrawTap(event: Tap<{ id: string; version: number }>) {
    const { id, version } = event.currentTarget.dataset;
    this.target = { id, version };
    this.setData({ isAsked: true, refused: '' });
  },

  onSheetClose() {
    this.setData({ isAsked: false });
  },

  async onSheetConfirm(event: WechatMiniprogram.CustomEvent<{ note: string }>) {
    if (!this.target) return;
    const { id: factId, version } = this.target;
    this.setData({ isSending: true, refused: '' });
    const reply = await withdrawFact({ factId, version, note: event.detail.note });
    this.setData({ isSending: false, isAsked: !reply.ok });
    if (!reply.ok) return this.setData({ refused: replyWords(reply) });
    say(factText.withdrawn);
    await this.read();
  },

  question() {
    return {};
  },
});
