import { createPaging } from '../../client/paging';
import { listEntry, showStanding } from '../../client/points';
import { openPage } from '../../pages/open-page';
import { headOf, type HeadView } from '../../pages/standing/view';
import { cloudNow } from '../../platform/clock';
import { fontScale, pixelRatio } from '../../platform/display';
import { rowOf, type EntryRow } from '../../text/entry-row';
import { replyWords } from '../../text/reply';
import { periodChoices, standingText, type PeriodName, type Standing } from '../../text/standing';
import { longList } from '../long-list';

type Choice<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;
type LineTap = WechatMiniprogram.CustomEvent<object, object, { id: string }>;

const entryList = () => createPaging(listEntry, ({ entries }) => entries);

Page({
  ...longList,

  data: {
    fontScale: 1,
    pixelRatio: 2,
    periods: periodChoices,
    period: 'quarter' as PeriodName, // widened: data holds each in turn
    unit: standingText.unit,
    message: '',
    owner: '',
    head: null as HeadView | null, // null until the standing is known
    months: [] as Standing['months'],
    rows: null as EntryRow[] | null, // null while entries are read
    entriesMessage: '',
    ending: '',
  },

  list: entryList(),
  standing: undefined as Standing | undefined,
  /** Whose standing; null for the own. */
  whose: null as { kind: 'person' | 'unit'; id: string } | null,

  onLoad({ kind, id }: { kind?: 'person' | 'unit'; id?: string }) {
    this.list = entryList();
    this.whose = kind && id ? { kind, id } : null;
    this.setData({ fontScale: fontScale(), pixelRatio: pixelRatio() });
    void this.read();
  },

  onEntriesRetry() {
    this.setData({ entriesMessage: '' });
    void this.readEntries();
  },

  onPeriodChange({ detail }: Choice<PeriodName>) {
    const period = detail.chosen[0] ?? 'quarter';
    this.setData({ period, rows: null, entriesMessage: '', ending: '' });
    if (this.standing) this.setData({ head: headOf(this.standing, period) });
    void this.readEntries();
  },

  onEntryOpen({ currentTarget }: LineTap) {
    openPage(`/standing/entry/entry?id=${encodeURIComponent(currentTarget.dataset.id)}`);
  },

  async read() {
    const reply = await showStanding({ owner: this.whose });
    if (!reply.ok) {
      this.setData({ message: replyWords(reply) });
      return;
    }
    const { standing } = reply.value;
    this.standing = standing;
    const { name } = standing.owner;
    if (this.whose) wx.setNavigationBarTitle({ title: standingText.someone(name) });
    this.setData({
      message: '',
      owner: this.whose ? name : '',
      head: headOf(standing, this.data.period),
      months: standing.months,
    });
    await this.readEntries();
  },

  async readEntries() {
    const { period } = this.standing?.[this.data.period] ?? {};
    if (period === undefined) return;
    const reply = await this.list.readFirst({ owner: this.whose, book: 'points', period });
    if (!reply) return;
    if (reply.ok) this.show();
    else this.setData({ entriesMessage: replyWords(reply) });
  },

  show() {
    const now = cloudNow();
    const rows = this.list.items().map((entry) => rowOf(entry, now));
    const ending = this.list.hasMore() || rows.length === 0 ? '' : standingText.end;
    this.setData({ rows, ending, entriesMessage: '' });
  },
});
