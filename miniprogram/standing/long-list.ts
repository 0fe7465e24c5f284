/** What the long lists of this folder do at their end: they go on, and say so below the last line. */
import type { Paging } from '../client/paging';
import { readAgain } from '../platform/read-page';
import { replyWords, type Outcome } from '../text/reply';
import { standingText } from '../text/standing';

interface LongList {
  list: Pick<Paging<never, unknown, Outcome>, 'hasMore' | 'readMore'>;
  setData(data: object): void;
  /** Shows what was read so far. */
  show(): void;
}

/** A page spreads it first and brings `list`, `show`, and `ending` in its data. */
export const longList = {
  ...readAgain,

  async onReachBottom(this: LongList) {
    if (!this.list.hasMore()) return;
    this.setData({ ending: standingText.more });
    const reply = await this.list.readMore();
    if (!reply) return;
    if (reply.ok) this.show();
    else this.setData({ ending: replyWords(reply) });
  },
};

type Which = 'open' | 'decided';

interface CaseList extends LongList {
  data: { which: Which };
  list: Paging<{ isOpen: boolean }, unknown, Outcome>;
  read(): Promise<void>;
}

/** The page's data besides the words that are its own. */
export const caseFields = {
  fontScale: 1,
  /** Of a sheet for some words: a hint of two lines has room. */
  room: { minHeight: '144rpx' },
  which: 'open' as Which, // widened: data holds each in turn
  message: '',
  none: '',
  ending: '',
};

/** What waits for a decision of the office, or what was decided: adjustments and appeals alike. */
export const caseList = {
  ...longList,

  onWhichChange(this: CaseList, { detail }: WechatMiniprogram.CustomEvent<{ chosen: Which[] }>) {
    this.setData({ which: detail.chosen[0] ?? 'open', rows: null });
    void this.read();
  },

  async read(this: CaseList) {
    const reply = await this.list.readFirst({ isOpen: this.data.which === 'open' });
    if (!reply) return;
    if (reply.ok) this.show();
    else this.setData({ message: replyWords(reply) });
  },
};
