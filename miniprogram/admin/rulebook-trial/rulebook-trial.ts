import { showTrial, tryRulebook } from '../../client/rulebook';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { dayOn, momentWords } from '../../text/day';
import { replyWords, type Unmet } from '../../text/reply';
import { trialText } from '../wording/rulebook';
import { caveatsOf, moveLines, pastPeriods, progressOf, type Trial } from './view';

Page({
  data: {
    fontScale: 1,
    periods: [] as ReturnType<typeof pastPeriods>,
    period: '',
    periodWords: '',
    isPicking: false,
    isLoading: true,
    isRunning: false,
    /** There is no draft, so there is nothing to try. */
    isDraftless: false,
    message: '',
    action: '',
    said: '',
    percent: 0,
    /** When it was worked out, or that it began anew. */
    note: '',
    /** What the sums do not have, in plain sentences. */
    caveats: [] as string[],
    lines: [] as ReturnType<typeof moveLines>,
    isDone: false,
    words: trialText,
  },

  trial: undefined as Trial | undefined,
  /** Which run of the loop is the page's; an older one stops. */
  turn: 0,
  /** The newest call of any run; while it is under way nothing else is begun. */
  asked: Promise.resolve() as Promise<unknown>,
  page: 0,
  isReadingMore: false,

  onLoad() {
    const periods = pastPeriods(dayOn(cloudNow()));
    this.setData({ fontScale: fontScale(), periods });
    void this.read();
  },

  onUnload() {
    this.turn += 1;
  },

  onPeriodTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onPeriodChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    void this.run(event.detail.id, undefined);
  },

  /** What was begun goes on, wherever it is. */
  onRetryTap() {
    void this.read();
  },

  onAgainTap() {
    void this.run(this.data.period, undefined);
  },

  onEditorTap() {
    wx.redirectTo({ url: '/admin/rulebooks/rulebooks' });
  },

  async onReachBottom() {
    const { lines, isDone } = this.data;
    if (!isDone || this.isReadingMore || lines.length >= (this.trial?.moved ?? 0)) return;
    this.isReadingMore = true;
    await this.readMore();
    this.isReadingMore = false;
  },

  /** What I began, here or on another phone; else the month before this one. */
  async read() {
    this.turn += 1;
    const { turn } = this;
    this.setData({ isLoading: true, message: '', isDraftless: false });
    const reply = await showTrial({ page: 0 });
    if (turn !== this.turn) return;
    if (!reply.ok) {
      this.fail(reply);
      return;
    }
    const { trial, moves } = reply.value;
    if (!trial || trial.isStale) {
      const note = trial ? trialText.anew : '';
      await this.run(trial?.period ?? this.data.periods[1]?.id ?? '', undefined, note);
    } else if (trial.isDone) {
      this.choose(trial.period);
      this.tell(trial);
      this.page = 0;
      this.setData({ note: trialText.at(momentWords(trial.startedAt, cloudNow())) });
      this.setData({ lines: moveLines(moves) });
    } else await this.run(trial.period, trial);
  },

  /** Step after step, since one call may not run for long; each is kept, so it may be left at any. */
  async run(period: string, begun: Trial | undefined, note = '') {
    this.turn += 1;
    const { turn } = this;
    this.choose(period);
    this.setData({ note, lines: [], caveats: [], isDone: false, isDraftless: false });
    this.setData({ isLoading: false, isRunning: true, message: '', percent: 0 });
    this.setData({ said: trialText.month(this.data.periodWords, 0) });
    let trial = begun;
    if (begun) this.tell(begun);
    // What an older run has just asked for may arrive late, and would be begun in the place of ours.
    await this.asked;
    if (turn !== this.turn) return;
    while (!trial?.isDone) {
      const asking: ReturnType<typeof tryRulebook> = tryRulebook({
        ...{ period, run: trial ? { id: trial.id, step: trial.step } : null },
      });
      this.asked = asking;
      const reply = await asking;
      if (turn !== this.turn) return;
      if (!reply.ok) {
        this.fail(reply);
        return;
      }
      if (trial && trial.id !== reply.value.trial.id) this.setData({ note: trialText.anew });
      ({ trial } = reply.value);
      this.tell(trial);
    }
    this.page = -1;
    await this.readMore();
  },

  async readMore() {
    const { turn } = this;
    const page = this.page + 1;
    const reply = await showTrial({ page });
    if (turn !== this.turn) return;
    if (!reply.ok) {
      this.fail(reply);
      return;
    }
    this.page = page;
    const lines = [...this.data.lines, ...moveLines(reply.value.moves)];
    this.setData({ lines, isRunning: false, isDone: true });
  },

  tell(trial: Trial) {
    this.trial = trial;
    const { isDone } = trial;
    this.setData({
      ...{ ...progressOf(trial), isLoading: false, caveats: caveatsOf(trial) },
      ...(isDone && this.data.isRunning ? {} : { isDone, isRunning: !isDone }),
    });
  },

  fail(reply: Unmet) {
    const isRefused = 'refusal' in reply;
    const isDraftless = isRefused && reply.refusal === 'not_found';
    const isElsewhere = isRefused && reply.refusal === 'changed_meanwhile';
    const isBegun = this.data.isRunning && this.trial !== undefined;
    const why = isElsewhere ? trialText.elsewhere : replyWords(reply);
    this.setData({
      ...{ isLoading: false, isRunning: false, isDraftless },
      message: isBegun && !isRefused ? trialText.kept(why) : why,
      action: isBegun || isElsewhere ? trialText.goOn : trialText.retry,
    });
  },

  choose(period: string) {
    const title = this.data.periods.find(({ id }) => id === period)?.title ?? '';
    this.setData({ period, periodWords: title, isPicking: false });
  },
});
