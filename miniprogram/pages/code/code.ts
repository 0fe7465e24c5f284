import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { openCode } from '../../client/code';
import { boardUnit, showStanding } from '../../client/points';
import { tokenIn } from '../../client/scanned';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { codeText } from '../../text/code';
import { replyWords } from '../../text/reply';
import { periodAt, standingText } from '../../text/standing';
import { openPage } from '../open-page';
import { headOf, type HeadView } from '../standing/view';
import { scanPage } from '../scan-page';
import { boardOf, cardOf, type BoardView, type CardView } from './view';

type Opened = ValueOf<'code.open'>;

type Help = keyof typeof codeText.helps;

Page({
  data: {
    fontScale: 1,
    unit: standingText.unit,
    mineMark: standingText.mine,
    message: '',
    /** What helps where nothing can be shown. */
    help: 'retry' as Help, // widened: data holds each in turn
    helps: codeText.helps,
    /** Whose code a visitor scanned; empty for everybody else. */
    invitation: '',
    name: '',
    head: null as HeadView | null, // null unless the own standing is shown
    /** Whose board belongs to the code; empty unless it is a unit's. */
    unitId: '',
    board: null as BoardView | null, // null until it is read
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

  onHelpTap() {
    const { help } = this.data;
    if (help === 'scan') void this.scan();
    else if (help === 'home') wx.switchTab({ url: '/pages/standing/standing' });
    else {
      this.setData({ message: '' });
      void this.read();
    }
  },

  /** The next code takes this page's place, so that going back does not come by the one that failed. */
  async scan() {
    const url = await scanPage();
    if (url) wx.redirectTo({ url });
  },

  onJoinTap() {
    wx.redirectTo({ url: `/pages/join/join?back=${this.token}` });
  },

  onBoardRetry() {
    this.setData({ boardMessage: '' });
    void this.readBoard(this.data.unitId);
  },

  onDetailTap() {
    openPage('/standing/detail/detail');
  },

  async read() {
    if (this.token === '') {
      this.setData({ message: codeText.noScene, help: 'scan' });
      return;
    }
    const reply = await openCode(this.token);
    if (!reply.ok) this.setData({ message: replyWords(reply), help: helpFor(reply) });
    else await this.show(reply.value);
  },

  async show(opened: Opened) {
    if (opened.shows === 'binding') this.setData({ invitation: codeText.join(opened.title) });
    else if (opened.shows === 'card') this.showCard(opened.card);
    else await this.showStanding(opened.kind === 'unit' ? opened.unitId : null);
  },

  showCard(card: Extract<Opened, { shows: 'card' }>['card']) {
    wx.setNavigationBarTitle({ title: codeText.card(card.name) });
    this.setData({ card: cardOf(card, cloudNow()) });
  },

  async showStanding(unitId: string | null) {
    const [mine] = await Promise.all([
      showStanding({ owner: null }),
      unitId === null ? null : this.readBoard(unitId),
    ]);
    if (!mine.ok) {
      this.setData({ message: replyWords(mine), help: 'retry' });
      return;
    }
    const { standing } = mine.value;
    this.setData({
      name: standing.owner.name,
      head: headOf(standing, 'quarter'),
    });
  },

  async readBoard(unitId: string) {
    this.setData({ unitId });
    const reply = await boardUnit({ unitId, period: periodAt('quarter', cloudNow()) });
    if (reply.ok) this.setData({ board: boardOf(reply.value, 'quarter'), boardMessage: '' });
    else this.setData({ boardMessage: replyWords(reply) });
  },
});

/** A dead code wants another one; who has tried too many waits, and may look at the rankings. */
function helpFor(reply: Exclude<Awaited<ReturnType<typeof openCode>>, { ok: true }>): Help {
  if ('failure' in reply) return 'retry';
  return reply.refusal === 'code_dead' ? 'scan' : 'home';
}
