import { listAdoption } from '../../client/adoption';
import { createPaging } from '../../client/paging';
import { openPage } from '../../pages/open-page';
import { handBeside } from '../../platform/beside';
import { deskAdoptionText, type AdoptionState } from '../../text/adoption';
import { unitLines } from '../unit-lines';
import { wordsOfLine, type AdoptionRow } from './view';

const adoptionList = () => createPaging(listAdoption, ({ adoptions }) => adoptions);

Page({
  ...unitLines(adoptionList, wordsOfLine),

  data: {
    fontScale: 1,
    tabs: deskAdoptionText.tabs,
    state: 'reported' as AdoptionState,
    isLoading: true,
    message: '',
    lines: [] as AdoptionRow[],
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

  question() {
    return { storyId: null, state: this.data.state };
  },
});
