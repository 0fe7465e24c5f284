/** A line that leads somewhere: icon, words, a grey note, an arrow. */
Component({
  options: { addGlobalClass: true },
  properties: {
    icon: { type: String, value: '' },
    words: { type: String, value: '' },
    note: { type: String, value: '' },
  },
  methods: {
    onLineTap() {
      this.triggerEvent('open');
    },
  },
});
