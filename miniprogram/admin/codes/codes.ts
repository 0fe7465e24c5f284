import { listCode, revokeCode } from '../../client/code';
import { openKeptSession } from '../../client/kept-answers';
import { createPaging } from '../../client/paging';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { readPage } from '../../platform/read-page';
import { codeText, type Code } from '../../text/code';
import { replyWords } from '../../text/reply';
import { standingText } from '../../text/standing';
import { keptBy, rowOf, type CodeRow } from './view';

type RowTap = WechatMiniprogram.CustomEvent<object, object, { token: string; url: string }>;

const codeList = () => createPaging(listCode, ({ codes }) => codes);

Page({
  ...readPage,

  data: {
    fontScale: 1,
    message: '',
    rows: null as CodeRow[] | null, // null until they are read
    ending: '',
    refused: '',
    refusedToken: '',
  },

  /** One of all codes for the office, one a unit for whoever is its head. */
  lists: [] as ReturnType<typeof codeList>[],

  onAddTap() {
    openPage('/admin/code/code');
  },

  onPosterTap({ currentTarget }: RowTap) {
    openPage(currentTarget.dataset.url);
  },

  async onRevokeTap({ currentTarget }: RowTap) {
    const { token } = currentTarget.dataset;
    const code = this.codes().find((one) => one.token === token);
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
    wx.showToast({ title: codeText.revokedNow, icon: 'success' });
    await this.read();
  },

  async onReachBottom() {
    const list = this.lists.find((one) => one.hasMore());
    if (!list) return;
    this.setData({ ending: standingText.more });
    const reply = await list.readMore();
    if (!reply) return;
    if (reply.ok) this.show();
    else this.setData({ ending: replyWords(reply) });
  },

  async read() {
    const session = await openKeptSession();
    if (!session.ok) return this.fail(replyWords(session));
    const { person } = session.value;
    if (!person) return this.fail(replyWords({ refusal: 'not_bound' }));
    const { isOffice, unitIds } = keptBy(person);
    const targets = isOffice ? [null] : unitIds;
    if (this.lists.length !== targets.length) this.lists = targets.map(codeList);
    const replies = await Promise.all(
      targets.map((targetId, place) => this.lists[place]?.readFirst({ targetId })),
    );
    if (replies.includes(undefined)) return;
    const failed = replies.find((reply) => reply?.ok === false);
    if (failed && !failed.ok) return this.fail(replyWords(failed));
    this.show();
  },

  codes(): Code[] {
    return this.lists.flatMap((list) => list.items());
  },

  show() {
    const now = cloudNow();
    const rows = this.codes().map((code) => rowOf(code, now));
    this.setData({ message: '', rows, ending: '', refused: '', refusedToken: '' });
  },

  fail(message: string) {
    this.setData({ message });
  },
});
