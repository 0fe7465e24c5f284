/** The bar at the foot of a form: what is still missing or, when nothing is, the one action. */
Component({
  options: { addGlobalClass: true },
  properties: {
    missing: { type: String, value: '' },
    saved: { type: String, value: '' },
    /** Why the last tap came to nothing; stands here because a form is often longer than the screen. */
    refused: { type: String, value: '' },
    action: { type: String, value: '' },
    isBusy: { type: Boolean, value: false },
  },
  methods: {
    /** A long form may lead to what it lacks. */
    onMissingTap() {
      this.triggerEvent('missing');
    },
    onActionTap() {
      if (this.data.missing === '' && !this.data.isBusy) this.triggerEvent('action');
    },
  },
});
