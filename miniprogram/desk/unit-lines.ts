/**
 * What a list does whose lines name units: pages of it are read one after the other, and the units' names
 * beside them; those of last time do when there is no network.
 */
import type { Paging } from '../client/paging';
import { keptUnitNames, readUnitNames } from '../client/waiting';
import { cloudNow } from '../platform/clock';
import { fontScale } from '../platform/display';
import { readPage } from '../platform/read-page';
import { replyWords, type Outcome } from '../text/reply';

interface LinesPage<Question, Item> {
  list: Paging<Question, Item, Outcome>;
  unitNames: Record<string, string>;
  setData(data: object): void;
  /** What is asked for. */
  question(): Question;
  show(): void;
}

/** A page spreads it first and brings `lines` in its data, and `question`. */
export const unitLines = <Question, Item>(
  open: () => Paging<Question, Item, Outcome>,
  wordsOf: (line: Item, unitNames: Record<string, string>, now: number) => object,
) => ({
  ...readPage,

  list: open(),
  unitNames: {} as Record<string, string>,

  onLoad(this: LinesPage<Question, Item>) {
    this.list = open();
    this.unitNames = keptUnitNames();
    this.setData({ fontScale: fontScale() });
  },

  async onReachBottom(this: LinesPage<Question, Item>) {
    const reply = await this.list.readMore();
    if (reply?.ok) this.show();
  },

  async read(this: LinesPage<Question, Item>) {
    const [reply, unitNames] = await Promise.all([
      this.list.readFirst(this.question()),
      readUnitNames(),
    ]);
    this.unitNames = unitNames;
    // Something else was asked for meanwhile.
    if (!reply) return;
    if (reply.ok) this.show();
    else this.setData({ message: replyWords(reply), isLoading: false });
  },

  show(this: LinesPage<Question, Item>) {
    const now = cloudNow();
    const lines = this.list.items().map((line) => wordsOf(line, this.unitNames, now));
    this.setData({ isLoading: false, message: '', lines });
  },
});
