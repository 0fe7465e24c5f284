import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { showMyStanding } from '../../client/kept-answers';
import { createPaging } from '../../client/paging';
import { listRanking } from '../../client/points';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { say } from '../../platform/toast';
import { staleWords } from '../../text/failure';
import { replyWords } from '../../text/reply';
import {
  periodChoices,
  standingText,
  type OwnerKind,
  type PeriodName,
  type Standing,
} from '../../text/standing';
import { openPage } from '../open-page';
import { scanPage } from '../scan-page';
import { tabPage } from '../tab-page';
import { headOf, mineOutside, rowsOf, type HeadView, type RankingRow } from './view';

type Choice<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;
type LineTap = WechatMiniprogram.CustomEvent<object, object, { id: string }>;

const rankingList = () => createPaging(listRanking, ({ lines }) => lines);

Page({
  ...tabPage,

  data: {
    fontScale: 1,
    waiting: '',
    periods: periodChoices,
    kinds: standingText.kinds,
    unit: standingText.unit,
    mineMark: standingText.mine,
    isVisitor: false,
    message: '',
    head: null as HeadView | null, // null until the standing is known
    tasks: '',
    kind: 'person' as OwnerKind, // widened: data holds each in turn
    period: 'quarter' as PeriodName, // as above
    rows: null as RankingRow[] | null, // null while a ranking is read
    mine: null as RankingRow | null,
    rankingMessage: '',
    /** Where the ranking goes on; null at its end. */
    after: null as string | null,
    isMore: false, // while the next lines are read
    stale: '',
  },

  standing: undefined as Standing | undefined,
  ranking: rankingList(),

  onLoad() {
    this.ranking = rankingList();
    this.setData({ fontScale: fontScale() });
  },

  onRankingRetry() {
    this.setData({ rankingMessage: '' });
    void this.readRanking();
  },

  onJoinTap() {
    openPage('/pages/join/join');
  },

  async onScanTap() {
    const url = await scanPage();
    if (url) openPage(url);
  },

  onDetailTap() {
    openPage('/standing/detail/detail');
  },

  onRulebookTap() {
    openPage('/admin/rulebook-plain/rulebook-plain');
  },

  onBoardTap() {
    openPage('/standing/board/board');
  },

  onBulletinsTap() {
    openPage('/standing/bulletins/bulletins');
  },

  onCardTap() {
    openPage('/standing/card/card');
  },

  onTasksTap() {
    wx.switchTab({ url: '/pages/todo/todo' });
  },

  onKindChange({ detail }: Choice<OwnerKind>) {
    this.look({ kind: detail.chosen[0] ?? 'person' });
  },

  onPeriodChange({ detail }: Choice<PeriodName>) {
    this.look({ period: detail.chosen[0] ?? 'quarter' });
  },

  onLineOpen({ currentTarget }: LineTap) {
    openPage(`/standing/board/board?unitId=${currentTarget.dataset.id}`);
  },

  look(change: Partial<{ kind: OwnerKind; period: PeriodName }>) {
    this.setData({ ...change, after: null, rows: null, mine: null, rankingMessage: '' });
    if (this.standing) this.setData({ head: headOf(this.standing, this.data.period) });
    void this.readRanking();
  },

  async read() {
    const reply = await showMyStanding();
    if (!reply.ok) {
      const isVisitor = 'refusal' in reply && reply.refusal === 'not_bound';
      // What was seen stays in sight when the network goes.
      if (isVisitor || !this.standing) this.setData({ isVisitor, message: replyWords(reply) });
      return;
    }
    this.show(reply.value.standing, staleWords(reply.keptAt, cloudNow()));
    await this.readRanking();
  },

  show(standing: Standing, stale: string) {
    this.standing = standing;
    this.setData({
      ...{ isVisitor: false, message: '', stale },
      head: headOf(standing, this.data.period),
      tasks: standing.openTasks > 0 ? standingText.tasks(standing.openTasks) : '',
    });
  },

  async readRanking() {
    if (!this.standing) return;
    const { kind, period } = this.data;
    const wanted = { kind, period: this.standing[period].period, book: 'points' as const };
    const reply = await this.ranking.readFirst(wanted);
    if (!reply) return;
    if (!reply.ok) this.setData({ rankingMessage: replyWords(reply) });
    else this.showRanking(reply.value, kind);
  },

  showRanking(ranking: ValueOf<'ranking.list'>, kind: OwnerKind) {
    this.setData({
      rankingMessage: '',
      rows: rowsOf(ranking.lines, kind),
      mine: mineOutside(ranking, kind),
      after: ranking.after,
    });
  },

  /** The next fifty, below those that are shown. */
  async onMoreTap() {
    if (!this.ranking.hasMore()) return;
    this.setData({ isMore: true });
    const reply = await this.ranking.readMore();
    this.setData({ isMore: false });
    if (!reply) return;
    if (!reply.ok) {
      say(replyWords(reply));
      return;
    }
    const rows = rowsOf(this.ranking.items(), this.data.kind);
    // My own line is among them now, or outside still.
    const mine = rows.some(({ isMine }) => isMine) ? null : this.data.mine;
    this.setData({ rows, mine, after: reply.value.after });
  },
});
