/** A few words to choose from, all in sight: one of them, or several. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** {value, words}[]. */
    choices: { type: Array, value: [] as { value: string; words: string }[] },
    /** The chosen values; with `isSingle` one at most. */
    chosen: { type: Array, value: [] as string[] },
    isSingle: { type: Boolean, value: false },
    label: { type: String, value: '' },
  },
  data: { chips: [] as { value: string; words: string; isChosen: boolean }[] },
  observers: {
    'choices, chosen'(choices: { value: string; words: string }[], chosen: string[]) {
      const chips = choices.map((one) => ({ ...one, isChosen: chosen.includes(one.value) }));
      this.setData({ chips });
    },
  },
  methods: {
    onChipTap(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = event.currentTarget.dataset;
      const { chosen, isSingle } = this.data;
      const others = chosen.filter((one) => one !== value);
      const isNew = others.length === chosen.length;
      if (isSingle) this.triggerEvent('change', { chosen: [value] });
      else this.triggerEvent('change', { chosen: isNew ? [...chosen, value] : others });
    },
  },
});
