import { showBulletin } from '../../client/bulletin';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { replyWords } from '../../text/reply';
import type { Sheet } from '../paper/layout';
import { paperPage } from '../paper/paper-page';
import { pictureText } from '../wording/bulletin';
import { pictureOf } from './layout';

Page({
  ...paperPage,

  data: {
    fontScale: 1,
    skeleton: [{ width: '100%', height: '1320rpx' }],
    message: '',
    sheet: null as Sheet | null, // null until the bulletin is read
    label: '',
  },

  period: '',

  onLoad({ period = '' }: { period?: string }) {
    this.period = period;
    this.setData({ fontScale: fontScale(), label: pictureText.label(period) });
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '', sheet: null });
    void this.read();
  },

  async read() {
    const { period } = this;
    const [units, people] = await Promise.all([
      showBulletin({ period, part: 'units', page: 0 }),
      showBulletin({ period, part: 'people', page: 0 }),
    ]);
    if (!units.ok) this.setData({ message: replyWords(units) });
    else if (!people.ok) this.setData({ message: replyWords(people) });
    else {
      const pictured = { units: units.value, people: people.value };
      this.setData({ sheet: pictureOf(pictured, cloudNow()) });
    }
  },
});
