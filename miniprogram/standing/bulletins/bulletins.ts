import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { arrangeBulletin, draftPeriod } from '../../client/bulletin';
import { listKeptPeriods } from '../../client/kept-answers';
import { createPolling, type Polling } from '../../client/polling';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { readAgain } from '../../platform/read-page';
import {
  bulletinText,
  hasEnded,
  periodStateText,
  periodWords,
  stateWords,
  type PeriodView,
} from '../wording/bulletin';
import { staleWords } from '../../text/failure';
import { replyWords, whyNot } from '../../text/reply';

type Arrangement = NonNullable<ValueOf<'period.list'>['arrangement']>;
type RowTap = WechatMiniprogram.CustomEvent<object, object, { period: string }>;
type Choice<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;

/** While figures are on their way. */
const askAgainMs = 15_000;

Page({
  ...readAgain,

  data: {
    fontScale: 1,
    text: bulletinText,
    message: '',
    stale: '',
    refused: '',
    rows: null as ReturnType<typeof rowOf>[] | null, // null while they are read
    open: [] as ReturnType<typeof rowOf>[], // what the office may draft
    layout: '',
    days: '',
    drafting: '',
  },

  periods: [] as PeriodView[],
  arrangement: null as Arrangement | null, // null to whoever does not run it

  polling: null as Polling | null, // null until onLoad

  onLoad() {
    this.setData({ fontScale: fontScale() });
    this.polling = createPolling(async () => {
      if (this.periods.some(({ isComputing }) => isComputing)) await this.read();
    }, askAgainMs);
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

  onOpenTap({ currentTarget }: RowTap) {
    openPage(`/standing/bulletin/bulletin?period=${currentTarget.dataset.period}`);
  },

  async onDraftTap({ currentTarget }: RowTap) {
    const { period } = currentTarget.dataset;
    if (this.data.drafting) return;
    this.setData({ drafting: period, refused: '' });
    const version = this.periods.find((one) => one.period === period)?.version ?? 0;
    const reply = await draftPeriod({ period, version });
    await this.read();
    this.setData({ drafting: '', refused: whyNot(reply) });
    // A large county's figures take minutes: its line says how far they are.
    const isThere = this.periods.find((one) => one.period === period)?.isComputing === false;
    if (reply.ok && isThere) {
      openPage(`/standing/bulletin/bulletin?period=${period}`);
    }
  },

  onLayoutChange({ detail }: Choice<Arrangement['layout']>) {
    void this.arrange({ layout: detail.chosen[0] ?? 'full' });
  },

  onDaysChange({ detail }: Choice<string>) {
    void this.arrange({ noticeDays: Number(detail.chosen[0] ?? 5) });
  },

  async arrange(change: Partial<Arrangement>) {
    if (!this.arrangement) return;
    const reply = await arrangeBulletin({ ...this.arrangement, ...change });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    this.show(this.periods, reply.value.arrangement);
    wx.showToast({ title: bulletinText.saved, icon: 'success' });
  },

  async read() {
    const reply = await listKeptPeriods();
    if (!reply.ok) {
      // What was seen stays in sight.
      if (this.data.rows === null) this.setData({ message: replyWords(reply) });
      return;
    }
    this.setData({ stale: staleWords(reply.keptAt, cloudNow()) });
    this.show(reply.value.periods, reply.value.arrangement);
  },

  show(periods: PeriodView[], arrangement: Arrangement | null) {
    this.periods = periods;
    this.arrangement = arrangement;
    const now = cloudNow();
    const rows = periods.map((view) => rowOf(view, now));
    this.setData({
      ...{ message: '', refused: '', rows: rows.filter(({ isOpen }) => !isOpen) },
      // The month is what is due next: `2026-10` before `2026Q3` before `2026`, those of a kind in their order.
      open: rows
        .filter(({ isOpen }) => isOpen)
        .sort((one, other) => other.period.length - one.period.length),
      layout: arrangement?.layout ?? '',
      days: arrangement ? String(arrangement.noticeDays) : '',
    });
  },
});

function rowOf(view: PeriodView, now: number) {
  const { period, state } = view;
  const named = { period, name: periodWords(period), isOpen: state === 'open' };
  if (state === 'open')
    return { ...named, grey: hasEnded(period, now) ? '' : bulletinText.unfinished };
  return {
    ...named,
    grey: [periodStateText[state], stateWords(view, now)].filter(Boolean).join(' · '),
  };
}
