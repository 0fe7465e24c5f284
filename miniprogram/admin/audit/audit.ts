import { auditLedger, rebuildStanding } from '../../client/points';
import { fontScale } from '../../platform/display';
import { replyWords } from '../../text/reply';
import { auditText } from '../../text/standing';

Page({
  data: {
    fontScale: 1,
    /** What is going on, or how it ended. */
    words: '',
    isSound: false,
    difference: '',
    refused: '',
    isRunning: false,
  },

  isGone: false,

  onLoad() {
    this.setData({ fontScale: fontScale() });
  },

  onUnload() {
    this.isGone = true;
  },

  async onAuditTap() {
    if (this.data.isRunning) return;
    this.setData({ isRunning: true, isSound: false, difference: '', refused: '', words: '' });
    await this.audit();
    this.setData({ isRunning: false });
  },

  async onRebuildTap() {
    if (this.data.isRunning) return;
    const { confirm } = await wx.showModal(auditText.rebuild);
    if (!confirm) return;
    this.setData({ isRunning: true, isSound: false, difference: '', refused: '', words: '' });
    await this.rebuild();
    this.setData({ isRunning: false });
  },

  /** Step after step, since one call may not run for long; stops at the first difference. */
  async audit() {
    let after: string | null = null;
    const checked = { accounts: 0, entries: 0, families: 0 };
    do {
      const reply: Awaited<ReturnType<typeof auditLedger>> = await auditLedger({ after });
      if (this.isGone) return;
      if (!reply.ok) {
        this.setData({ refused: replyWords(reply), words: '' });
        return;
      }
      checked.accounts += reply.value.checked.accounts;
      checked.entries += reply.value.checked.entries;
      checked.families += reply.value.checked.families;
      if (reply.value.difference) {
        this.setData({ words: auditText.broken, difference: reply.value.difference.sentence });
        return;
      }
      ({ after } = reply.value);
      this.setData({ words: auditText.running(checked.entries) });
    } while (after !== null);
    this.setData({ isSound: true, words: auditText.sound(checked) });
  },

  async rebuild() {
    let after: string | null = null;
    let [accounts, changed] = [0, 0];
    do {
      const reply: Awaited<ReturnType<typeof rebuildStanding>> = await rebuildStanding({ after });
      if (this.isGone) return;
      if (!reply.ok) {
        this.setData({ refused: replyWords(reply), words: '' });
        return;
      }
      accounts += reply.value.accounts;
      changed += reply.value.changed;
      if (reply.value.difference) {
        this.setData({ words: auditText.broken, difference: reply.value.difference.sentence });
        return;
      }
      ({ after } = reply.value);
      this.setData({ words: auditText.rebuilding(accounts) });
    } while (after !== null);
    this.setData({ isSound: true, words: auditText.rebuilt(accounts, changed) });
  },
});
