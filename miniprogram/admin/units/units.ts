import { listUnit } from '../../client/directory';
import { openPage } from '../../pages/open-page';
import { readPage } from '../../platform/read-page';
import { whyNot } from '../../text/reply';
import { treeOf } from '../../components/unit-picker/tree';
import { groupsOf, type UnitGroup } from './view';

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    groups: [] as UnitGroup[],
  },

  onUnitTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPage(`/admin/unit/unit?id=${event.currentTarget.dataset.id}`);
  },

  onAddTap() {
    openPage('/admin/unit/unit');
  },

  async read() {
    const reply = await listUnit();
    if (reply.ok) this.setData({ groups: groupsOf(treeOf(reply.value.units)) });
    this.setData({ isLoading: false, message: whyNot(reply) });
  },
});
