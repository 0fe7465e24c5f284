import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { openCode } from '../../client/code';
import { boardUnit, showStanding } from '../../client/points';
import { tokenIn } from '../../client/scanned';
import { fontScale } from '../../platform/display';
import { codeText } from '../../text/code';
import { replyWords } from '../../text/review';
import { periodAt, standingText } from '../../text/standing';
import { headOf, type HeadView } from '../standing/view';
import { boardOf, cardOf, type BoardView, type CardView } from './view';

type Opened = ValueOf<'code.open'>;

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '30%' }, { width: '50%', height: '88rpx' }, { width: '80%' }],
    unit: standingText.unit,
    mineMark: standingText.mine,
    message: '',
    mayRetry: false,
    /** Whose code a visitor scanned; empty for everybody else. */
    invitation: '',
    name: '',
    head: null as HeadView | null, // null unless the own standing is shown
    board: null as BoardView | null, // null unless a unit's code was scanned
    boardMessage: '',
    card: null as CardView | null, // null unless a person's code was scanned
  },

  token: '',

  /** WeChat hands over what a scanned code carries as `scene`, encoded. */
  onLoad({ scene = '' }: { scene?: string }) {
    this.setData({ fontScale: fontScale() });
    this.token = tokenIn(`?scene=${scene}`) ?? '';
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '' });
    void this.read();
  },

  onJoinTap() {
    wx.redirectTo({ url: `/pages/join/join?back=${this.token}` });
  },

  onDetailTap() {
    wx.navigateTo({ url: '/standing/detail/detail' });
  },

  onHomeTap() {
    wx.switchTab({ url: '/pages/standing/standing' });
  },

  async read() {
    if (this.token === '') {
      this.setData({ message: codeText.noScene, mayRetry: false });
      return;
    }
    const reply = await openCode(this.token);
    if (!reply.ok) this.setData({ message: replyWords(reply), mayRetry: 'failure' in reply });
    else await this.show(reply.value);
  },

  async show(opened: Opened) {
    if (opened.shows === 'binding') this.setData({ invitation: codeText.join(opened.title) });
    else if (opened.shows === 'card') this.showCard(opened.card);
    else await this.showStanding(opened.kind === 'unit' ? opened.unitId : null);
  },

  showCard(card: Extract<Opened, { shows: 'card' }>['card']) {
    wx.setNavigationBarTitle({ title: codeText.card(card.name) });
    this.setData({ card: cardOf(card, Date.now()) });
  },

  async showStanding(unitId: string | null) {
    const [mine, board] = await Promise.all([
      showStanding({ owner: null }),
      unitId === null ? null : this.readBoard(unitId),
    ]);
    if (!mine.ok) {
      this.setData({ message: replyWords(mine), mayRetry: true });
      return;
    }
    const { standing } = mine.value;
    this.setData({
      name: standing.owner.name,
      head: headOf(standing, 'quarter'),
      board: board?.view ?? null,
      boardMessage: board?.message ?? '',
    });
  },

  async readBoard(unitId: string): Promise<{ view: BoardView | null; message: string }> {
    const reply = await boardUnit({ unitId, period: periodAt('quarter', Date.now()) });
    if (!reply.ok) return { view: null, message: replyWords(reply) };
    return { view: boardOf(reply.value, 'quarter'), message: '' };
  },
});
