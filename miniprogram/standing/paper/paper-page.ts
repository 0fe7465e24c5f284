/** What every page does that shows a paper to be saved: see `paper`. */
import { codeText } from '../../text/code';
import { savePaper } from './save';

interface PaperPage {
  setData(data: object): void;
  selectComponent(selector: string): unknown;
}

/** A page spreads it, and its paper is `#paper`. */
export const paperPage = {
  onDrawFailed(this: PaperPage) {
    this.setData({ message: codeText.drawFailed });
  },

  async onSaveTap(this: PaperPage) {
    await savePaper(this.selectComponent('#paper'));
  },
};
