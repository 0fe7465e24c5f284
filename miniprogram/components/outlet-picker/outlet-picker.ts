import { ownName, shownOutlets, type OutletChoice } from './view';

/** A sheet to find one outlet by name or, with `isOpen`, to name one that is not in the directory. */
Component({
  options: { addGlobalClass: true },
  properties: {
    visible: { type: Boolean, value: false },
    /** OutletChoice[]. */
    outlets: { type: Array, value: [] as OutletChoice[] },
    chosen: { type: String, value: '' },
    isOpen: { type: Boolean, value: false },
  },
  data: { lines: [] as ReturnType<typeof shownOutlets>, typed: '', own: '' },
  observers: {
    'visible, outlets, chosen'(visible: boolean) {
      if (visible) this.setData({ typed: '' }, () => this.show());
    },
  },
  methods: {
    onSearchChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value }, () => this.show());
    },
    onOutletTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
      const { id, name } = event.currentTarget.dataset;
      this.triggerEvent('choose', { id, name });
    },
    onOwnTap() {
      this.triggerEvent('choose', { id: '', name: this.data.own });
    },
    onCloseTap() {
      this.triggerEvent('close');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
    show() {
      const { outlets, typed, chosen, isOpen } = this.data;
      const own = isOpen ? ownName(outlets, typed) : '';
      this.setData({ lines: shownOutlets(outlets, typed, chosen), own });
    },
  },
});
