import { tabText } from '../../text/tabs';

/** The tabs of a PC, at the left; a phone, whose window is narrow, has WeChat's own bar instead. */
Component({
  properties: {
    /** Address of the tab that is open; empty on a page that is none. */
    current: { type: String, value: '' },
    /** What waits, as the tab 待办 says it; empty when nothing does. */
    waiting: { type: String, value: '' },
  },
  data: { tabs: tabText },
});
