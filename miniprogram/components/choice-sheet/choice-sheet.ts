/** A sheet to choose one of several: a person to hand to, a story to merge into. */
Component({
  options: { addGlobalClass: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** {id, title, about}[]. */
    choices: { type: Array, value: [] },
    isLoading: { type: Boolean, value: false },
    /** Said when there is nothing to choose, or when it could not be read. */
    emptyWords: { type: String, value: '' },
    /** What can be typed to find one; without, there is no field. */
    hint: { type: String, value: '' },
  },
  data: { skeleton: [{ width: '50%' }, { width: '80%' }] },
  methods: {
    onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('search', { name: event.detail.value });
    },
    onChoiceTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { id: event.currentTarget.dataset.id });
    },
    onCloseTap() {
      this.triggerEvent('close');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
  },
});
