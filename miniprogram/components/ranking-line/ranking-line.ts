/** One place of a ranking; the own one stands out by ground and word. */
Component({
  options: { addGlobalClass: true },
  properties: {
    rank: { type: String, value: '' },
    name: { type: String, value: '' },
    grey: { type: String, value: '' },
    amount: { type: String, value: '' },
    /** A word behind the name of the own line: 我. */
    mark: { type: String, value: '' },
    isMine: { type: Boolean, value: false },
    /** Leads to a page. */
    isOpen: { type: Boolean, value: false },
  },
  methods: {
    onLineTap() {
      if (this.data.isOpen) this.triggerEvent('open');
    },
  },
});
