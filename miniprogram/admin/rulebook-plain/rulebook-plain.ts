import { readRulebook } from '../../client/rulebook';
import { fontScale } from '../../platform/display';
import { readAgain } from '../../platform/read-page';
import { replyWords } from '../../text/review';
import { plainText } from '../wording/rulebook-plain';
import { viewOf, type RulebookView } from './view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { version: number }>;

Page({
  ...readAgain,

  data: {
    fontScale: 1,
    skeleton: [{ width: '50%' }, { width: '80%' }, { width: '70%' }],
    isLoading: true,
    message: '',
    none: plainText.none,
    view: null as RulebookView | null, // null while no rulebook is in force
  },

  /** Null for the one of today. */
  version: null as number | null,

  onLoad({ version = '' }: { version?: string }) {
    this.version = version === '' ? null : Number(version);
    this.setData({ fontScale: fontScale() });
    void this.read();
  },

  onVersionTap(event: Tap) {
    const { version } = event.currentTarget.dataset;
    wx.navigateTo({ url: `/admin/rulebook-plain/rulebook-plain?version=${version}` });
  },

  async read() {
    const reply = await readRulebook(this.version);
    if (reply.ok) this.setData({ message: '', isLoading: false, view: viewOf(reply.value) });
    else this.setData({ message: replyWords(reply), isLoading: false });
  },
});
