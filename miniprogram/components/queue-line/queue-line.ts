import { todoText } from '../../text/review';

/** One waiting story; a tap opens it, or chooses it while several are being chosen. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** A QueueLine. */
    line: { type: Object, value: {} },
    isChoosing: { type: Boolean, value: false },
    isChosen: { type: Boolean, value: false },
    /** The story that stands open beside the list. */
    isCurrent: { type: Boolean, value: false },
    /** What came of approving it; empty before. */
    result: { type: String, value: '' },
  },
  data: { approved: todoText.approved },
  methods: {
    onLineTap() {
      this.triggerEvent('choose');
    },
  },
});
