import { readKeptRulebook } from '../../client/kept-answers';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { readAgain } from '../../platform/read-page';
import { staleWords } from '../../text/failure';
import { whyNot } from '../../text/reply';
import { plainText } from '../wording/rulebook-plain';
import { viewOf, type RulebookView } from './view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { version: number }>;

Page({
  ...readAgain,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    stale: '',
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
    openPage(`/admin/rulebook-plain/rulebook-plain?version=${version}`);
  },

  async read() {
    const reply = await readKeptRulebook(this.version);
    if (reply.ok) {
      const stale = staleWords(reply.keptAt, cloudNow());
      this.setData({ stale, view: viewOf(reply.value) });
    }
    this.setData({ isLoading: false, message: whyNot(reply) });
  },
});
