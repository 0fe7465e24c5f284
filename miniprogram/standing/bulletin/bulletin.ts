import { closePeriod, draftPeriod, publishPeriod, showBulletin } from '../../client/bulletin';
import { exportBulletin } from '../../client/paper';
import { fontScale } from '../../platform/display';
import { openRemoteDocument } from '../../platform/documents';
import { bulletinText, type Bulletin } from '../../text/bulletin';
import { replyWords } from '../../text/review';
import { headOf, personRows, unitRows } from './view';

type Part = 'units' | 'people';

const groupSize = 30;
type Act = 'draft' | 'publish' | 'close';

const acts = { draft: draftPeriod, publish: publishPeriod, close: closePeriod };
const doneWords = {
  draft: bulletinText.drafted,
  publish: bulletinText.published,
  close: bulletinText.closing,
};

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '70%' }, { width: '100%' }, { width: '100%' }],
    text: bulletinText,
    message: '',
    refused: '',
    sending: '',
    part: 'units' as Part, // widened: data holds each in turn
    head: null as ReturnType<typeof headOf> | null, // null until it is read
    units: [] as ReturnType<typeof unitRows>,
    /** The same rows, so many a group: a list of a county's units would be too long for one parent. */
    unitGroups: [] as ReturnType<typeof unitRows>[],
    people: [] as ReturnType<typeof personRows>,
    ending: '',
  },

  period: '',
  version: 0,
  /** The next page of the part in sight, and how many there are. */
  next: 0,
  pages: 0,

  onLoad({ period = '' }: { period?: string }) {
    this.period = period;
    this.setData({ fontScale: fontScale() });
    void this.read();
  },

  async onPullDownRefresh() {
    await this.read();
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    this.setData({ message: '' });
    void this.read();
  },

  onPartChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Part[] }>) {
    this.setData({ part: detail.chosen[0] ?? 'units' });
    void this.read();
  },

  async onReachBottom() {
    if (this.next >= this.pages) return;
    this.setData({ ending: bulletinText.more });
    await this.readPage(this.next);
  },

  onDraftTap() {
    void this.act('draft');
  },

  async onPublishTap() {
    const { confirm } = await wx.showModal(bulletinText.publish);
    if (confirm) await this.act('publish');
  },

  async onCloseTap() {
    const { confirm } = await wx.showModal(bulletinText.close);
    if (confirm) await this.act('close');
  },

  async onExportTap({
    currentTarget,
  }: WechatMiniprogram.CustomEvent<object, object, { as: 'xlsx' | 'docx' }>) {
    const { as } = currentTarget.dataset;
    if (this.data.sending) return;
    this.setData({ sending: as, refused: '' });
    const reply = await exportBulletin({ period: this.period, as });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else {
      await openRemoteDocument(reply.value.url, as).catch(() =>
        this.setData({ refused: bulletinText.openFailed }),
      );
    }
    this.setData({ sending: '' });
  },

  async act(act: Act) {
    if (this.data.sending) return;
    this.setData({ sending: act, refused: '' });
    const reply = await acts[act]({ period: this.period, version: this.version });
    this.setData({ sending: '' });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else wx.showToast({ title: doneWords[act], icon: 'success' });
    await this.read();
  },

  async read() {
    await this.readPage(0);
  },

  async readPage(page: number) {
    const { part } = this.data;
    const reply = await showBulletin({ period: this.period, part, page });
    if (part !== this.data.part) return;
    if (!reply.ok) {
      // What was seen stays in sight when the network goes.
      if (this.data.head === null) this.setData({ message: replyWords(reply) });
      return;
    }
    this.show(reply.value, part, page);
  },

  show(bulletin: Bulletin, part: Part, page: number) {
    this.version = bulletin.period.version;
    this.next = page + 1;
    this.pages = bulletin.pages;
    const { people } = this.data;
    const units = [...(page === 0 ? [] : this.data.units), ...unitRows(bulletin)];
    this.setData({
      ...{ message: '', ending: '', head: headOf(bulletin, Date.now()) },
      ...(part === 'units'
        ? { units, unitGroups: groupsOf(units) }
        : { people: [...(page === 0 ? [] : people), ...personRows(bulletin)] }),
    });
  },
});

function groupsOf<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / groupSize);
  return Array.from({ length: count }, (_none, n) =>
    rows.slice(n * groupSize, (n + 1) * groupSize),
  );
}
