import { tryRulebook } from '../../client/rulebook';
import { fontScale } from '../../platform/display';
import { replyWords } from '../../text/review';
import { trialText } from '../wording/rulebook';
import { addMoves, moveLines, pastPeriods, type Move } from './view';

Page({
  data: {
    fontScale: 1,
    periods: [] as ReturnType<typeof pastPeriods>,
    period: '',
    periodWords: '',
    isPicking: false,
    isRunning: false,
    message: '',
    said: '',
    lines: [] as ReturnType<typeof moveLines>,
    isDone: false,
    nobody: trialText.nobody,
  },

  draftVersion: 0,

  onLoad({ draft = '' }: { draft?: string }) {
    this.draftVersion = Number(draft);
    const today = new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const periods = pastPeriods(today);
    const [, lastMonth] = periods;
    this.setData({ fontScale: fontScale(), periods });
    this.choose(lastMonth?.id ?? '');
    void this.run();
  },

  onPeriodTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onPeriodChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.choose(event.detail.id);
    void this.run();
  },

  onRetryTap() {
    void this.run();
  },

  choose(period: string) {
    const title = this.data.periods.find(({ id }) => id === period)?.title ?? '';
    this.setData({ period, periodWords: title, isPicking: false });
  },

  async run() {
    const { period } = this.data;
    this.setData({ isRunning: true, isDone: false, message: '', lines: [], said: '' });
    let moves: Move[] = [];
    let [works, facts] = [0, 0];
    let after: string | null = null;
    do {
      const reply: Awaited<ReturnType<typeof tryRulebook>> = await tryRulebook({
        ...{ draftVersion: this.draftVersion, period, after },
      });
      // Another month was chosen meanwhile.
      if (period !== this.data.period) return;
      if (!reply.ok) {
        this.setData({ isRunning: false, message: replyWords(reply) });
        return;
      }
      moves = addMoves(moves, reply.value.moves);
      works += reply.value.works;
      facts += reply.value.facts;
      after = reply.value.after;
      this.setData({ said: trialText.running(works) });
    } while (after !== null);
    const lines = moveLines(moves);
    this.setData({
      ...{ isRunning: false, isDone: true, lines: lines.slice(0, 200) },
      said: `${trialText.done(works, facts)}，${trialText.moved(lines.length)}`,
    });
  },
});
