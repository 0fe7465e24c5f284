/** One entry: what it is for, what it brought, and how that was counted. */
Component({
  options: { addGlobalClass: true },
  properties: {
    title: { type: String, value: '' },
    derivation: { type: String, value: '' },
    grey: { type: String, value: '' },
    amount: { type: String, value: '' },
    /** Takes points away, or is undone: shown in a quiet colour and said in words. */
    isLess: { type: Boolean, value: false },
    mark: { type: String, value: '' },
  },
  methods: {
    onLineTap() {
      this.triggerEvent('open');
    },
  },
});
