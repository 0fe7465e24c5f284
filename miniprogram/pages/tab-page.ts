/** What the tabs share that show something read. */
import { readAgain } from '../platform/read-page';
import { fitTabBar } from '../platform/tab-badge';
import { offerUpdate } from './offer-update';

interface TabPage {
  setData(data: object): void;
  read(): Promise<void>;
}

/** A page spreads it first and brings `read`; its own `onShow` wins. `waiting` is for the rail. */
export const tabPage = {
  ...readAgain,

  onShow(this: TabPage) {
    this.setData({ waiting: fitTabBar() });
    void this.read();
    void offerUpdate();
  },

  onResize(this: TabPage, { size }: { size: { windowWidth: number } }) {
    this.setData({ waiting: fitTabBar(size.windowWidth) });
  },
};
