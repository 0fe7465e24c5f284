import { shownUnits, type UnitChoice } from './view';

/** A sheet to choose one unit of the tree, or several. */
Component({
  options: { addGlobalClass: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** {id, name, depth}[], in the order of the tree. */
    units: { type: Array, value: [] as UnitChoice[] },
    chosen: { type: Array, value: [] as string[] },
    isSingle: { type: Boolean, value: false },
  },
  data: { lines: [] as ReturnType<typeof shownUnits>, typed: '', picked: [] as string[] },
  observers: {
    'visible, units, chosen'(visible: boolean, _units: unknown, chosen: string[]) {
      if (visible) this.setData({ picked: chosen, typed: '' }, () => this.show());
    },
  },
  methods: {
    onSearchChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value }, () => this.show());
    },
    onUnitTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (this.data.isSingle) {
        this.triggerEvent('choose', { ids: [id] });
        return;
      }
      const others = this.data.picked.filter((one) => one !== id);
      const picked = others.length === this.data.picked.length ? [...others, id] : others;
      this.setData({ picked }, () => this.show());
    },
    onDoneTap() {
      this.triggerEvent('choose', { ids: this.data.picked });
    },
    onCloseTap() {
      this.triggerEvent('close');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
    show() {
      const { units, typed, picked } = this.data;
      this.setData({ lines: shownUnits(units, typed, picked) });
    },
  },
});
