import { pictureCode } from '../../client/code';
import { keptAnswer, openKeptSession } from '../../client/kept-answers';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { codeText, type Code } from '../../text/code';
import { fullDayWords } from '../../text/day';
import { replyWords } from '../../text/reply';
import { posterOf, type Sheet } from '../paper/layout';
import { paperPage } from '../paper/paper-page';

type Query = { token?: string; kind?: Code['kind']; title?: string };

Page({
  ...paperPage,

  data: {
    fontScale: 1,
    message: '',
    sheet: null as Sheet | null, // null until onLoad
    url: '',
    label: '',
  },

  token: '',
  code: { kind: 'unit', title: '' } as Pick<Code, 'kind' | 'title'>, // widened

  onLoad({ token = '', kind = 'unit', title = '' }: Query) {
    this.token = token;
    this.code = { kind, title: decodeURIComponent(title) };
    // The paper's place is kept from the start; what is written on it follows with the picture.
    const sheet = posterOf(this.code, { organ: '', day: '' });
    this.setData({ fontScale: fontScale(), sheet, label: codeText.join(this.code.title) });
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '', url: '' });
    void this.read();
  },

  async read() {
    const kept = keptAnswer('session.open')?.value.organ?.name;
    const [reply, organ] = await Promise.all([pictureCode(this.token), kept ?? this.organName()]);
    if (!reply.ok) {
      this.setData({ message: replyWords(reply) });
      return;
    }
    const sheet = posterOf(this.code, { organ, day: fullDayWords(cloudNow()) });
    this.setData({ sheet, url: reply.value.url });
  },

  /** Asked for only on a phone that has kept no session yet. */
  async organName(): Promise<string> {
    const session = await openKeptSession();
    return session.ok ? (session.value.organ?.name ?? '') : '';
  },
});
