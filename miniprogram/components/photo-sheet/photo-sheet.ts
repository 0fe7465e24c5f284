/** One photo of a story: its caption and credit, its place among the others, or away with it. */
Component({
  options: { addGlobalClass: true },
  properties: {
    isOpen: { type: Boolean, value: false },
    source: { type: String, value: '' },
    caption: { type: String, value: '' },
    credit: { type: String, value: '' },
    isFirst: { type: Boolean, value: false },
    isLast: { type: Boolean, value: false },
    place: { type: String, value: '' },
  },
  methods: {
    onCaptionChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('write', { caption: detail.value });
    },
    onCreditChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('write', { credit: detail.value });
    },
    onActTap({ currentTarget }: WechatMiniprogram.BaseEvent<object, { act: string }>) {
      this.triggerEvent(currentTarget.dataset.act);
    },
    onVisibleChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.triggerEvent('close');
    },
  },
});
