import { redeemInvite } from '../../client/directory';
import { openKeptSession } from '../../client/kept-answers';
import { tokenIn } from '../../client/scanned';
import { readUnitNames } from '../../client/waiting';
import { fontScale } from '../../platform/display';
import { scanText } from '../../platform/scan';
import { joinText } from '../../text/mine';
import { replyWords } from '../../text/reply';
import { viewOfMine, type MineView } from '../mine/view';
import { codeIn, grouped, missingOf } from './view';

Page({
  data: {
    fontScale: 1,
    code: '',
    missing: missingOf(''),
    refused: '',
    isSending: false,
    welcome: '',
    joined: null as MineView['person'], // null until the code is redeemed
    start: joinText.start,
  },

  /** The scanned code of a standing that led here, to be gone back to. */
  back: '',

  /** A code may come with the address, and a tap on 扫码加入 opens the camera at once. */
  onLoad({ code = '', scan = '', back = '' }: { code?: string; scan?: string; back?: string }) {
    this.back = tokenIn(back) ?? '';
    this.setData({ fontScale: fontScale(), start: this.back ? joinText.back : joinText.start });
    if (code) this.fill(codeIn(decodeURIComponent(code)) ?? '');
    if (scan) void this.scan();
  },

  onCodeChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.fill(event.detail.value);
  },

  onScanTap() {
    void this.scan();
  },

  async onJoinTap() {
    if (this.data.isSending || this.data.missing !== '') return;
    this.setData({ isSending: true, refused: '' });
    const reply = await redeemInvite({ code: this.data.code });
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    // Kept before the way home, so that the first story can be written without a network.
    void openKeptSession();
    const { person } = viewOfMine(reply.value, await readUnitNames());
    this.setData({ joined: person, welcome: person ? joinText.joined(person.name) : '' });
  },

  onStartTap() {
    if (this.back) wx.redirectTo({ url: `/pages/code/code?scene=${this.back}` });
    else wx.switchTab({ url: '/pages/stories/stories' });
  },

  async scan() {
    const scanned = await scanText();
    if (scanned === undefined) return;
    const code = codeIn(scanned);
    const token = tokenIn(scanned);
    if (token) this.comeBackTo(token);
    else if (code) this.fill(code);
    else this.setData({ refused: joinText.notInvite });
  },

  /** Whoever scans the poster instead of the invite joins first and then sees what it opens. */
  comeBackTo(token: string) {
    this.back = token;
    this.setData({ refused: joinText.poster, start: joinText.back });
  },

  fill(typed: string) {
    this.setData({ code: grouped(typed), missing: missingOf(typed), refused: '' });
  },
});
