import { failureText } from '../../text/failure';

/**
 * A page's empty or failed state: what happened, and the one action that helps. Where the network failed, it is
 * taken without a tap once that is back.
 */
Component({
  options: { addGlobalClass: true },
  properties: {
    message: { type: String, value: '' },
    /** Words of the button; none, no button. */
    action: { type: String, value: '' },
    /** As of `line-watch`. */
    readsOnShow: { type: Boolean, value: false },
    icon: { type: String, value: 'error-circle' },
  },
  data: { offline: failureText.no_network, iconSize: '128rpx' },
  methods: {
    onActionTap() {
      this.triggerEvent('action');
    },
  },
});
