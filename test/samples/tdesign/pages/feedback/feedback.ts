import Message from 'tdesign-miniprogram/message/index';
import Toast, { hideToast } from 'tdesign-miniprogram/toast/index';
import ActionSheet from 'tdesign-miniprogram/action-sheet/index';
import Dialog from 'tdesign-miniprogram/dialog/index';
import { hear, note } from '../../hear';

Page({
  data: {
    isDialogOpen: false,
    isPopupOpen: false,
    isOverlayOpen: false,
    isPopoverOpen: false,
    isLoading: true,
    isRefreshing: false,
    guideAt: -1,
    guideSteps: [
      {
        element: () =>
          new Promise((resolve) =>
            wx.createSelectorQuery().select('#guided').boundingClientRect(resolve).exec(),
          ),
        title: '第一步',
        body: '从这里开始',
      },
    ],
  },
  hear,
  openToast() {
    Toast({ context: this, selector: '#t-toast', message: '操作成功', theme: 'success' });
  },
  closeToast() {
    hideToast({ context: this, selector: '#t-toast' });
  },
  openMessage() {
    Message.info({ context: this, offset: [20, 32], content: '一条消息', duration: 5000 });
  },
  openSheet() {
    ActionSheet.show({
      context: this,
      selector: '#t-action-sheet',
      items: [{ label: '操作一' }, { label: '操作二' }],
      cancelText: '不选了',
    });
  },
  async askByCode() {
    const answer = await Dialog.confirm({
      context: this,
      title: '命令式',
      content: '要继续吗',
      confirmBtn: '继续',
      cancelBtn: '算了',
    }).then(
      () => 'confirm',
      () => 'cancel',
    );
    note(`dialog by code ${answer}`);
  },
  openDialog() {
    this.setData({ isDialogOpen: true });
  },
  closeDialog(event: WechatMiniprogram.CustomEvent) {
    note(`dialog ${event.type}`);
    this.setData({ isDialogOpen: false });
  },
  openPopup() {
    this.setData({ isPopupOpen: true });
  },
  onPopup(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    note(`popup ${event.detail.visible}`);
    this.setData({ isPopupOpen: event.detail.visible });
  },
  openOverlay() {
    this.setData({ isOverlayOpen: true });
  },
  closeOverlay() {
    note('overlay click');
    this.setData({ isOverlayOpen: false });
  },
  openPopover() {
    this.setData({ isPopoverOpen: true });
  },
  openGuide() {
    this.setData({ guideAt: 0 });
  },
  onRefresh() {
    note('refresh');
    this.setData({ isRefreshing: true });
    setTimeout(() => this.setData({ isRefreshing: false }), 50);
  },
});
