/** One story of a list: headline, state, and a grey line; the whole line is one button. */
Component({
  options: { addGlobalClass: true },
  properties: {
    headline: { type: String, value: '' },
    state: { type: String, value: '' },
    word: { type: String, value: '' },
    /** Number, day and unit, as one line of words. */
    grey: { type: String, value: '' },
    urgent: { type: String, value: '' },
    /** What it earned, where it did: +20 分. */
    points: { type: String, value: '' },
    /** What a screen reader says instead of the parts. */
    label: { type: String, value: '' },
  },
  methods: {
    onLineTap() {
      this.triggerEvent('open');
    },
  },
});
