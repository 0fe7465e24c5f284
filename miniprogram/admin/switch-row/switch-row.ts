/**
 * A row with a switch at its end: the whole row is what is tapped and what a screen reader names, since
 * TDesign's own switch is smaller than a thumb and says no name.
 */
Component({
  options: { addGlobalClass: true },
  properties: {
    label: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: Boolean, value: false },
  },
  methods: {
    onRowTap() {
      this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
