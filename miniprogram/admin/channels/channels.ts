import { listChannel } from '../../client/syndication';
import { openPage } from '../../pages/open-page';
import { readPage } from '../../platform/read-page';
import { channelText, lineOfChannel } from '../wording/channel';
import { whyNot } from '../../text/reply';

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    empty: channelText.empty,
    mayAdd: false,
    lines: [] as ReturnType<typeof lineOfChannel>[],
  },

  onChannelTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPage(`/admin/channel/channel?id=${event.currentTarget.dataset.id}`);
  },

  onAddTap() {
    openPage('/admin/channel-form/channel-form');
  },

  async read() {
    const reply = await listChannel();
    if (reply.ok) {
      const { channels, kinds, mayAdd } = reply.value;
      this.setData({ lines: channels.map((channel) => lineOfChannel(channel, kinds)), mayAdd });
    }
    this.setData({ isLoading: false, message: whyNot(reply) });
  },
});
