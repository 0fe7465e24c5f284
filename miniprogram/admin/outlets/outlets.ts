import { listOutlet } from '../../client/outlet';
import { openPage } from '../../pages/open-page';
import { readPage } from '../../platform/read-page';
import { whyNot } from '../../text/reply';
import { groupsOf } from './view';

/** 媒体名录: every outlet by level. */
Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    groups: [] as ReturnType<typeof groupsOf>,
  },

  onOutletTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPage(`/admin/outlet/outlet?id=${event.currentTarget.dataset.id}`);
  },

  onAddTap() {
    openPage('/admin/outlet/outlet');
  },

  async read() {
    const reply = await listOutlet();
    if (reply.ok) this.setData({ groups: groupsOf(reply.value.outlets) });
    this.setData({ isLoading: false, message: whyNot(reply) });
  },
});
