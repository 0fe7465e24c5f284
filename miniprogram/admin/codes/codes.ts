import { listCode, revokeCode } from '../../client/code';
import { openKeptSession } from '../../client/kept-answers';
import { readPage } from '../../platform/read-page';
import { codeText, type Code } from '../../text/code';
import { replyWords } from '../../text/review';
import { standingText } from '../../text/standing';
import { keptBy, rowOf, type CodeRow } from './view';

type RowTap = WechatMiniprogram.CustomEvent<object, object, { token: string; url: string }>;

Page({
  ...readPage,

  data: {
    fontScale: 1,
    skeleton: [{ width: '60%' }, { width: '90%' }, { width: '40%' }],
    message: '',
    rows: null as CodeRow[] | null, // null until they are read
    ending: '',
    refused: '',
    refusedToken: '',
  },

  codes: [] as Code[],
  after: null as number | null, // null at the end

  onAddTap() {
    wx.navigateTo({ url: '/admin/code/code' });
  },

  onPosterTap({ currentTarget }: RowTap) {
    wx.navigateTo({ url: currentTarget.dataset.url });
  },

  async onRevokeTap({ currentTarget }: RowTap) {
    const { token } = currentTarget.dataset;
    const code = this.codes.find((one) => one.token === token);
    if (!code) return;
    const { title, words, confirm: confirmText, cancel: cancelText } = codeText.revoke;
    const content = words(code.title);
    const { confirm } = await wx.showModal({ title, content, confirmText, cancelText });
    if (!confirm) return;
    const reply = await revokeCode(token);
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply), refusedToken: token });
      return;
    }
    this.codes = this.codes.map((one) => (one.token === token ? reply.value.code : one));
    this.show();
    wx.showToast({ title: codeText.revokedNow, icon: 'success' });
  },

  async onReachBottom() {
    const { after } = this;
    if (after === null) return;
    this.setData({ ending: standingText.more });
    const reply = await listCode({ targetId: null, after });
    if (!reply.ok) {
      this.setData({ ending: replyWords(reply) });
      return;
    }
    this.codes = [...this.codes, ...reply.value.codes];
    this.after = reply.value.after;
    this.show();
  },

  async read() {
    const session = await openKeptSession();
    if (!session.ok) return this.fail(replyWords(session));
    const { person } = session.value;
    if (!person) return this.fail(replyWords({ refusal: 'not_bound' }));
    const { isOffice, unitIds } = keptBy(person);
    const targets = isOffice ? [null] : unitIds;
    const replies = await Promise.all(
      targets.map((targetId) => listCode({ targetId, after: null })),
    );
    const failed = replies.find(({ ok }) => !ok);
    if (failed && !failed.ok) return this.fail(replyWords(failed));
    const pages = replies.flatMap((reply) => (reply.ok ? [reply.value] : []));
    this.codes = pages.flatMap(({ codes }) => codes);
    this.after = pages[0]?.after ?? null;
    this.show();
  },

  show() {
    const now = Date.now();
    const rows = this.codes.map((code) => rowOf(code, now));
    this.setData({ message: '', rows, ending: '', refused: '', refusedToken: '' });
  },

  fail(message: string) {
    this.setData({ message });
  },
});
