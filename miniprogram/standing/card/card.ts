import { listCode, makeCode, pictureCode, revokeCode } from '../../client/code';
import { openKeptSession } from '../../client/kept-answers';
import { readUnitNames } from '../../client/waiting';
import { fontScale } from '../../platform/display';
import { codeText } from '../../text/code';
import { replyWords } from '../../text/reply';
import { cardOf, type Sheet } from '../paper/layout';
import { paperPage } from '../paper/paper-page';

Page({
  ...paperPage,

  data: {
    fontScale: 1,
    skeleton: [
      { width: '100%', height: '420rpx' },
      { width: '100%' },
      { width: '100%', height: '96rpx' },
    ],
    state: 'loading' as 'loading' | 'failed' | 'none' | 'there', // widened: data holds each in turn
    message: '',
    refused: '',
    isBusy: false,
    sheet: null as Sheet | null, // null until the person is known
    url: '',
    label: '',
  },

  personId: '',
  token: '',

  onLoad() {
    this.setData({ fontScale: fontScale() });
    void this.read();
  },

  onRetryTap() {
    this.setData({ state: 'loading' });
    void this.read();
  },

  onDrawFailed() {
    this.fail(codeText.drawFailed);
  },

  async onMakeTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, refused: '' });
    const { personId: targetId } = this;
    const reply = await makeCode({ kind: 'person', targetId, title: null, expiresAt: null });
    this.setData({ isBusy: false });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else await this.showCode(reply.value.code.token);
  },

  async onRevokeTap() {
    const { title, words, confirm: confirmText, cancel: cancelText } = codeText.revoke;
    const content = words(this.data.label);
    const { confirm } = await wx.showModal({ title, content, confirmText, cancelText });
    if (!confirm) return;
    const reply = await revokeCode(this.token);
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else this.setData({ state: 'none', url: '', refused: '' });
  },

  async read() {
    const session = await openKeptSession();
    if (!session.ok) return this.fail(replyWords(session));
    const { organ, person } = session.value;
    if (!person) return this.fail(replyWords({ refusal: 'not_bound' }));
    this.personId = person.id;
    const [units, mine] = await Promise.all([
      readUnitNames(),
      listCode({ targetId: person.id, after: null }),
    ]);
    if (!mine.ok) return this.fail(replyWords(mine));
    const unit = units[person.memberships[0]?.unitId ?? ''] ?? '';
    const sheet = cardOf({ name: person.name, unit, organ: organ?.name ?? '' });
    this.setData({ sheet, label: codeText.card(person.name) });
    const live = mine.value.codes.find(({ kind, revokedAt }) => kind === 'person' && !revokedAt);
    if (live) await this.showCode(live.token);
    else this.setData({ state: 'none' });
  },

  async showCode(token: string) {
    this.token = token;
    const reply = await pictureCode(token);
    if (reply.ok) this.setData({ state: 'there', url: reply.value.url });
    else this.fail(replyWords(reply));
  },

  fail(message: string) {
    this.setData({ state: 'failed', message });
  },
});
