/** A page's empty or failed state: what happened, and the one action that helps. */
Component({
  options: { addGlobalClass: true },
  properties: {
    message: { type: String, value: '' },
    /** Words of the button; none, no button. */
    action: { type: String, value: '' },
    icon: { type: String, value: 'error-circle' },
  },
  methods: {
    onActionTap() {
      this.triggerEvent('action');
    },
  },
});
