import { listAdoption } from '../../client/adoption';
import { createPaging } from '../../client/paging';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import { openPage } from '../../pages/open-page';
import { handBeside } from '../../platform/beside';
import { fontScale } from '../../platform/display';
import { readPage } from '../../platform/read-page';
import { deskAdoptionText, type AdoptionState } from '../../text/adoption';
import { replyWords } from '../../text/review';
import { wordsOfLine, type AdoptionRow } from './view';

const adoptionList = () => createPaging(listAdoption, ({ adoptions }) => adoptions);

Page({
  ...readPage,

  data: {
    fontScale: 1,
    tabs: deskAdoptionText.tabs,
    state: 'reported' as AdoptionState,
    isLoading: true,
    message: '',
    lines: [] as AdoptionRow[],
  },

  list: adoptionList(),
  unitNames: {} as Record<string, string>,

  onLoad() {
    this.list = adoptionList();
    this.unitNames = keptUnitNames();
    this.setData({ fontScale: fontScale() });
  },

  onStateChange(event: WechatMiniprogram.CustomEvent<{ chosen: AdoptionState[] }>) {
    this.setData({ state: event.detail.chosen[0] ?? 'reported', isLoading: true, lines: [] });
    void this.read();
  },

  onLineTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    handBeside(this.data.lines);
    openPage(`/desk/adoption/adoption?id=${event.currentTarget.dataset.id}`);
  },

  onRegisterTap() {
    openPage('/desk/register/register');
  },

  onFactsTap() {
    openPage('/desk/facts/facts');
  },

  async onReachBottom() {
    const reply = await this.list.readMore();
    if (reply?.ok) this.show();
  },

  async read() {
    const [reply, unitNames] = await Promise.all([
      this.list.readFirst({ storyId: null, state: this.data.state }),
      readUnitNames(),
    ]);
    this.unitNames = unitNames;
    // Another tab was tapped meanwhile.
    if (!reply) return;
    if (reply.ok) this.show();
    else this.setData({ message: replyWords(reply), isLoading: false });
  },

  show() {
    const now = Date.now();
    const lines = this.list.items().map((line) => wordsOfLine(line, this.unitNames, now));
    this.setData({ isLoading: false, message: '', lines });
  },
});
