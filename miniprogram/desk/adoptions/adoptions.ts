import { listAdoption } from '../../client/adoption';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import { fontScale } from '../../platform/display';
import { readPage } from '../../platform/read-page';
import { deskAdoptionText, type AdoptionState } from '../../text/adoption';
import { replyWords } from '../../text/review';
import { wordsOfLine } from './view';

Page({
  ...readPage,

  data: {
    fontScale: 1,
    skeleton: [{ width: '80%' }, { width: '60%' }],
    tabs: deskAdoptionText.tabs,
    state: 'reported' as AdoptionState,
    isLoading: true,
    message: '',
    lines: [] as ReturnType<typeof wordsOfLine>[],
    after: null as string | null, // null at the end
  },

  unitNames: {} as Record<string, string>,

  onLoad() {
    this.unitNames = keptUnitNames();
    this.setData({ fontScale: fontScale() });
  },

  onStateChange(event: WechatMiniprogram.CustomEvent<{ chosen: AdoptionState[] }>) {
    this.setData({ state: event.detail.chosen[0] ?? 'reported', isLoading: true, lines: [] });
    void this.read();
  },

  onLineTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    wx.navigateTo({ url: `/desk/adoption/adoption?id=${event.currentTarget.dataset.id}` });
  },

  onRegisterTap() {
    wx.navigateTo({ url: '/desk/register/register' });
  },

  onFactsTap() {
    wx.navigateTo({ url: '/desk/facts/facts' });
  },

  async onReachBottom() {
    const { after, state } = this.data;
    if (after === null) return;
    const reply = await listAdoption({ storyId: null, state, after });
    if (!reply.ok || state !== this.data.state) return;
    const lines = [...this.data.lines, ...this.wordsOf(reply.value.adoptions)];
    this.setData({ lines, after: reply.value.after });
  },

  async read() {
    const { state } = this.data;
    const [reply, unitNames] = await Promise.all([
      listAdoption({ storyId: null, state, after: null }),
      readUnitNames(),
    ]);
    this.unitNames = unitNames;
    // Another tab was tapped meanwhile.
    if (state !== this.data.state) return;
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const { adoptions, after } = reply.value;
    this.setData({ isLoading: false, message: '', lines: this.wordsOf(adoptions), after });
  },

  wordsOf(adoptions: Parameters<typeof wordsOfLine>[0][]) {
    return adoptions.map((line) => wordsOfLine(line, this.unitNames, Date.now()));
  },
});
