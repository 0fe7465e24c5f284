import { foundOrgan } from '../../client/directory';
import { openKeptSession } from '../../client/kept-answers';
import { fontScale } from '../../platform/display';
import { homeText } from '../../text/home';
import { replyWords } from '../../text/reply';
import { openPage } from '../open-page';
import { emptyForm, missingOf, viewOfSession, type FoundingForm, type HomeView } from './view';

Page({
  data: {
    fontScale: 1,
    view: { state: 'loading' } as HomeView, // widened: data holds every state in turn
    form: emptyForm,
    missing: missingOf(emptyForm),
    refused: '',
    isSending: false,
  },

  onLoad() {
    this.setData({ fontScale: fontScale() });
    void this.openSession();
  },

  async onPullDownRefresh() {
    await this.openSession();
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    this.setData({ view: { state: 'loading' } });
    void this.openSession();
  },

  onFieldChange(
    event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>,
  ) {
    this.fillForm({ [event.currentTarget.dataset.field]: event.detail.value });
  },

  onKindChange(event: WechatMiniprogram.CustomEvent<{ value: FoundingForm['kind'] }>) {
    this.fillForm({ kind: event.detail.value });
  },

  async onFoundTap() {
    const { form, isSending, missing } = this.data;
    if (isSending || missing !== '') return;
    this.setData({ isSending: true, refused: '' });
    const reply = await foundOrgan({
      code: form.code,
      organ: { name: form.organName, kind: form.kind },
      administratorName: form.administratorName,
    });
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    void openKeptSession();
    this.setData({ view: viewOfSession(reply) });
    wx.showToast({ title: homeText.founded, icon: 'success' });
  },

  onStartTap() {
    wx.switchTab({ url: '/pages/stories/stories' });
  },

  onAdminTap() {
    wx.redirectTo({ url: '/admin/home/home' });
  },

  onJoinTap() {
    openPage('/pages/join/join');
  },

  async openSession() {
    this.setData({ view: viewOfSession(await openKeptSession()) });
  },

  fillForm(change: Partial<FoundingForm>) {
    const form = { ...this.data.form, ...change };
    this.setData({ form, missing: missingOf(form) });
  },
});
