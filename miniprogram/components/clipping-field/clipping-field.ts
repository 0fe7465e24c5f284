/** One picture as evidence: a tile to add it, or the picture with a way to take it out again. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** Where the picture lies on the phone; '' while there is none. */
    path: { type: String, value: '' },
    label: { type: String, value: '' },
  },
  methods: {
    onAddTap() {
      this.triggerEvent('add');
    },
    onRemoveTap() {
      this.triggerEvent('remove');
    },
  },
});
