import { listChain } from '../../client/chain';
import { openPage } from '../../pages/open-page';
import { readPage } from '../../platform/read-page';
import { chainText } from '../wording/admin';
import { whyNot } from '../../text/reply';
import { lineOf, stageWords } from './view';

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    empty: chainText.empty,
    usualTitle: chainText.usual,
    lines: [] as ReturnType<typeof lineOf>[],
    usual: [] as string[],
  },

  onChainTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPage(`/admin/chain/chain?id=${event.currentTarget.dataset.id}`);
  },

  onAddTap() {
    openPage('/admin/chain/chain');
  },

  async read() {
    const reply = await listChain();
    if (reply.ok) {
      const { chains, usual } = reply.value;
      this.setData({ lines: chains.map(lineOf), usual: usual.map(stageWords) });
    }
    this.setData({ isLoading: false, message: whyNot(reply) });
  },
});
