import { beginReading } from '../../client/newest';
import { boardUnit } from '../../client/points';
import { boardOf, type BoardView } from '../../pages/code/view';
import { cloudNow } from '../../platform/clock';
import { fontScale, pixelRatio } from '../../platform/display';
import { readAgain } from '../../platform/read-page';
import { codeText } from '../../text/code';
import { replyWords } from '../../text/reply';
import {
  periodAt,
  periodChoices,
  standingText,
  type PeriodName,
  type Standing,
} from '../../text/standing';

type Choice<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;

Page({
  ...readAgain,

  data: {
    fontScale: 1,
    pixelRatio: 2,
    periods: periodChoices,
    period: 'quarter' as PeriodName, // widened: data holds each in turn
    unit: standingText.unit,
    mineMark: standingText.mine,
    message: '',
    board: null as BoardView | null, // null until it is read
    months: [] as Standing['months'],
  },

  unitId: null as string | null, // null for the own unit

  onLoad({ unitId }: { unitId?: string }) {
    this.unitId = unitId ?? null;
    this.setData({ fontScale: fontScale(), pixelRatio: pixelRatio() });
    void this.read();
  },

  onPeriodChange({ detail }: Choice<PeriodName>) {
    this.setData({ period: detail.chosen[0] ?? 'quarter' });
    void this.read();
  },

  async read() {
    const isNewest = beginReading(this, 'board');
    const { period } = this.data;
    const wanted = { unitId: this.unitId, period: periodAt(period, cloudNow()) };
    const reply = await boardUnit(wanted);
    if (!isNewest()) return;
    if (!reply.ok) {
      this.setData({ message: replyWords(reply) });
      return;
    }
    const board = boardOf(reply.value, period);
    wx.setNavigationBarTitle({ title: codeText.board(board.unitName) });
    this.setData({ message: '', board, months: reply.value.standing.months });
  },
});
