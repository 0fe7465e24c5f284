import { pictureCode } from '../../client/code';
import { keptAnswer } from '../../client/kept-answers';
import { fontScale } from '../../platform/display';
import { codeText, type Code } from '../../text/code';
import { fullDayWords } from '../../text/day';
import { replyWords } from '../../text/review';
import { posterOf, type Sheet } from '../paper/layout';
import { savePaper } from '../paper/save';

type Query = { token?: string; kind?: Code['kind']; title?: string };

Page({
  data: {
    fontScale: 1,
    message: '',
    sheet: null as Sheet | null, // null until onLoad
    url: '',
    label: '',
    isDrawn: false,
  },

  token: '',

  onLoad({ token = '', kind = 'unit', title = '' }: Query) {
    this.token = token;
    const code = { kind, title: decodeURIComponent(title) };
    const organ = keptAnswer('session.open')?.value.organ?.name ?? '';
    const sheet = posterOf(code, { organ, day: fullDayWords(Date.now()) });
    this.setData({ fontScale: fontScale(), sheet, label: codeText.join(code.title) });
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '', url: '' });
    void this.read();
  },

  onDrawn() {
    this.setData({ isDrawn: true });
  },

  onDrawFailed() {
    this.setData({ message: codeText.drawFailed });
  },

  async onSaveTap() {
    await savePaper(this.selectComponent('#paper'));
  },

  async read() {
    const reply = await pictureCode(this.token);
    if (reply.ok) this.setData({ url: reply.value.url });
    else this.setData({ message: replyWords(reply) });
  },
});
