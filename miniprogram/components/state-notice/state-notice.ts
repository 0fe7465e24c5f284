import { failureText, retryWords } from '../../text/failure';
import { isLasting, refusalText } from '../../text/refusal';

/**
 * The empty or failed state of a page, or of one card of it: what happened, and the one action that helps. Where the network failed, it is
 * taken without a tap once that is back. To try again is offered only where that can help; a visitor is shown
 * how to join, and what is there for everybody.
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
    /** Stands in a card of the page, as two lines of it; what else is to be said there is its slot. */
    inCard: { type: Boolean, value: false },
    /** The page itself reads once the line is back, this card with it. */
    pageListens: { type: Boolean, value: false },
  },
  data: { offline: failureText.no_network, iconSize: '128rpx', help: '', isVisitor: false },
  observers: {
    'message, action'(message: string, action: string) {
      const isVain = action === retryWords && isLasting(message);
      const isVisitor = isVain && message === refusalText.not_bound;
      this.setData({ help: isVain ? '' : action, isVisitor });
    },
  },
  methods: {
    onActionTap() {
      this.triggerEvent('action');
    },

    /** In the place of what cannot be shown: nobody wants to come back to it. */
    onJoinTap() {
      wx.redirectTo({ url: '/pages/join/join' });
    },

    onPublicTap() {
      wx.switchTab({ url: '/pages/stories/stories' });
    },
  },
});
