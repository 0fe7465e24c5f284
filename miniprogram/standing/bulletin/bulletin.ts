import { closePeriod, draftPeriod, publishPeriod } from '../../client/bulletin';
import { knownSession, readBulletin } from '../../client/kept-answers';
import { beginReading } from '../../client/newest';
import { exportBulletin } from '../../client/paper';
import { createPolling, type Polling } from '../../client/polling';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { openRemoteDocument } from '../../platform/documents';
import { bulletinText, type Bulletin } from '../wording/bulletin';
import { staleWords } from '../../text/failure';
import { replyWords } from '../../text/reply';
import { headOf, ownOf, personRows, unitRows } from './view';

type Part = 'units' | 'people';

const groupSize = 30;
/** While figures are on their way. */
const askAgainMs = 15_000;
type Act = 'draft' | 'publish' | 'close';
type Groups = ReturnType<typeof unitRows>[];

const acts = { draft: draftPeriod, publish: publishPeriod, close: closePeriod };
const doneWords = {
  draft: bulletinText.drafted,
  publish: bulletinText.published,
  close: bulletinText.closing,
};

Page({
  data: {
    fontScale: 1,
    text: bulletinText,
    message: '',
    stale: '',
    refused: '',
    sending: '',
    part: 'units' as Part, // widened: data holds each in turn
    head: null as ReturnType<typeof headOf> | null, // null until it is read
    /** Rows, so many a group: a list of a county's units would be too long for one parent. */
    unitGroups: null as Groups | null, // null until they are read
    people: null as ReturnType<typeof personRows> | null, // null until they are read
    /** The units of whoever looks, or for which they file: what they come for. */
    own: [] as ReturnType<typeof unitRows>,
    partMessage: '',
    ending: '',
  },

  period: '',
  version: 0,
  ownIds: [] as string[],
  polling: null as Polling | null, // null until onLoad
  /** The next page of the part in sight, and how many there are. */
  next: 0,
  pages: 0,

  onLoad({ period = '' }: { period?: string }) {
    this.period = period;
    this.setData({ fontScale: fontScale() });
    void this.readOwn();
    this.polling = createPolling(async () => {
      if (this.data.head?.isComputing) await this.read();
    }, askAgainMs);
  },

  async readOwn() {
    const { person } = (await knownSession()) ?? {};
    if (!person) return;
    const filedFor = person.duties.filter(({ duty }) => duty === 'correspondent');
    this.ownIds = [
      ...person.memberships.map(({ unitId }) => unitId),
      ...filedFor.flatMap(({ unitIds }) => unitIds),
    ];
    this.setData({ own: ownOf(this.data.unitGroups, this.ownIds) });
  },

  onShow() {
    void this.read();
    this.polling?.start();
  },

  onHide() {
    this.polling?.stop();
  },

  onUnload() {
    this.polling?.stop();
  },

  async onPullDownRefresh() {
    this.setData({ refused: '' });
    await this.read();
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    this.setData({ message: '', partMessage: '' });
    void this.read();
  },

  onPartChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Part[] }>) {
    this.setData({ part: detail.chosen[0] ?? 'units', partMessage: '', ending: '' });
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

  onAppealsTap() {
    openPage('/standing/appeals/appeals');
  },

  onMineTap() {
    openPage('/standing/detail/detail');
  },

  onPictureTap() {
    openPage(`/standing/picture/picture?period=${this.period}`);
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
    // Somebody else may have acted meanwhile: the buttons follow what is so now.
    await this.read();
  },

  async read() {
    await this.readPage(0);
  },

  async readPage(page: number) {
    const isNewest = beginReading(this, 'part');
    const { part } = this.data;
    const reply = await readBulletin({ period: this.period, part, page });
    if (!isNewest()) return;
    if (!reply.ok) {
      this.fail(replyWords(reply), page);
      return;
    }
    this.setData({ stale: staleWords(reply.keptAt, cloudNow()) });
    // What is in sight already may be more than the first page that was kept.
    const isOld = reply.keptAt !== undefined && this.data.unitGroups !== null;
    if (!isOld) this.show(reply.value, part, page);
  },

  /** What was seen stays in sight when the network goes, and says that it is not the newest. */
  fail(words: string, page: number) {
    const { head, part, unitGroups, people } = this.data;
    if (head === null) this.setData({ message: words });
    else if ((part === 'units' ? unitGroups : people) === null)
      this.setData({ partMessage: words });
    else if (page > 0) this.setData({ ending: bulletinText.moreFailed(words) });
    else this.setData({ refused: words });
  },

  show(bulletin: Bulletin, part: Part, page: number) {
    this.version = bulletin.period.version;
    this.next = page + 1;
    this.pages = bulletin.pages;
    const { people, unitGroups } = this.data;
    const units = [...(page === 0 ? [] : (unitGroups ?? []).flat()), ...unitRows(bulletin)];
    this.setData({
      ...{ message: '', partMessage: '', ending: '', head: headOf(bulletin, cloudNow()) },
      ...(part === 'units'
        ? { unitGroups: groupsOf(units), own: ownOf([units], this.ownIds) }
        : { people: [...(page === 0 ? [] : (people ?? [])), ...personRows(bulletin)] }),
    });
  },
});

function groupsOf<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / groupSize);
  return Array.from({ length: count }, (_none, n) =>
    rows.slice(n * groupSize, (n + 1) * groupSize),
  );
}
