import {
  decidedStoryIds,
  dropDecision,
  keptDecisions,
  nameIn,
  sendDecisions,
} from '../../client/decisions';
import { listUnit } from '../../client/directory';
import { keptUnitNames } from '../../client/waiting';
import { treeOf } from '../../components/unit-picker/tree';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { hearKeys } from '../../platform/keyboard';
import { fitTabBar, showTodoCount } from '../../platform/tab-badge';
import { say } from '../../platform/toast';
import { replyWords } from '../../text/reply';
import { reviewText, todoText } from '../../text/review';
import { offerUpdate } from '../offer-update';
import { openPage } from '../open-page';
import { approveLine } from './approve-line';
import { saySent } from './say-sent';
import { countOf, filterChoices, filterOf, linesOf } from './view';
import { viewOfDecisions, viewOfWaiting } from './view';
import type { TodoView } from './view';
import { waitingList } from './waiting-list';

type LineTap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  data: {
    fontScale: 1,
    waiting: '',
    view: { state: 'loading' } as TodoView, // widened: data holds every state in turn
    /** The stories of another choice are on their way, or why they are not to be had. */
    isListing: false,
    listMessage: '',
    decisions: viewOfDecisions([]),
    filters: filterChoices,
    filter: '',
    unitId: '',
    unitName: reviewText.allUnits,
    units: [] as { id: string; name: string; depth: number }[],
    isPicking: false,
    isChoosing: false,
    chosen: {} as Record<string, boolean>,
    chosenCount: 0,
    results: {} as Record<string, string>,
    isSending: false,
    selectedWords: todoText.chooseFirst,
  },

  unitNames: {} as Record<string, string>,
  list: waitingList(() => 0),
  deafen: (() => undefined) as () => void,

  onLoad() {
    this.unitNames = keptUnitNames();
    this.list = waitingList(() => this.shownCount());
    this.setData({ fontScale: fontScale() });
  },

  async onShow() {
    this.setData({ waiting: fitTabBar() });
    this.deafen = hearKeys((key) => this.onKey(key));
    if (this.data.isSending) return;
    await this.refresh();
    if (!this.data.isChoosing) await offerUpdate();
  },

  onHide() {
    this.deafen();
  },

  /** On a PC the first story opens without the mouse; there the keys go on. */
  onKey(key: string) {
    const { view, isChoosing, isPicking } = this.data;
    const first = view.state === 'open' ? view.lines[0] : undefined;
    if (key === 'ArrowDown' && first && !isChoosing && !isPicking) this.openReview(first.id);
  },

  onResize({ size }: { size: { windowWidth: number } }) {
    this.setData({ waiting: fitTabBar(size.windowWidth) });
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    const { listMessage, filter, unitId } = this.data;
    if (listMessage || filter || unitId) return this.narrow({});
    this.setData({ view: { state: 'loading' } });
    void this.refresh();
  },

  onJoinTap() {
    openPage('/pages/join/join');
  },

  onFilterTap(event: WechatMiniprogram.TouchEvent<object, object, { filter: string }>) {
    this.narrow({ filter: event.currentTarget.dataset.filter });
  },

  async onUnitsTap() {
    const reply = await listUnit();
    if (!reply.ok) {
      say(replyWords(reply));
      return;
    }
    const all = { id: '', name: reviewText.allUnits, depth: 0 };
    this.setData({ units: [all, ...treeOf(reply.value.units)], isPicking: true });
  },

  onUnitChoose({ detail }: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const [unitId = ''] = detail.ids;
    const unitName = this.data.units.find(({ id }) => id === unitId)?.name ?? '';
    this.narrow({ unitId, unitName, isPicking: false });
  },

  /** Reads under another choice; what else waits stays, and the choices where the finger is. */
  narrow(
    change: Partial<{ filter: string; unitId: string; unitName: string; isPicking: boolean }>,
  ) {
    const { view } = this.data;
    const lineless: TodoView =
      view.state === 'open' ? { ...view, lines: [], after: null } : { state: 'loading' };
    this.setData({ ...change, view: lineless, isListing: true, listMessage: '' });
    this.stopChoosing();
    void this.refresh();
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  async onReachBottom() {
    const more = await this.list.readMore();
    const { view } = this.data;
    if (!more?.ok || view.state !== 'open') return;
    const lines = linesOf(this.list.items(), this.looking());
    this.setData({ view: { ...view, after: more.value.after, lines } });
    this.setData({ waiting: showTodoCount(countOf(this.data.view)) });
  },

  onLineChoose({ currentTarget }: LineTap) {
    const { id } = currentTarget.dataset;
    if (this.data.isChoosing) this.toggle(id);
    else this.openReview(id);
  },

  openReview(id: string) {
    const { filter, unitId } = this.data;
    const query = `storyId=${id}&filter=${filter}&unitId=${unitId}`;
    openPage(`/desk/review/review?${query}`);
  },

  onReturnedTap({ currentTarget }: LineTap) {
    openPage(`/pages/story/story?storyId=${currentTarget.dataset.id}`);
  },

  onDeskTap() {
    openPage('/desk/stories/stories');
  },

  onStuckTap() {
    openPage('/admin/channels/channels');
  },

  onAppealsTap() {
    openPage('/standing/appeals/appeals');
  },

  onPrintingsTap() {
    openPage('/desk/adoptions/adoptions');
  },

  onRefusedTap(event: WechatMiniprogram.TouchEvent<object, object, { commandId: string }>) {
    dropDecision(event.currentTarget.dataset.commandId);
    this.setData({ decisions: viewOfDecisions(keptDecisions()) });
  },

  onChooseTap() {
    if (this.data.isChoosing) this.stopChoosing();
    else this.setData({ isChoosing: true, results: {} });
  },

  async onApproveChosenTap() {
    const { isSending, chosenCount } = this.data;
    if (isSending || chosenCount === 0) return;
    const { confirm } = await wx.showModal({
      title: todoText.confirmTitle(chosenCount),
      content: todoText.confirmContent,
      confirmText: todoText.confirm,
      cancelText: todoText.cancel,
    });
    if (confirm) await this.approveChosen();
  },

  /** One command a story, so that one refusal stops nothing but itself. */
  async approveChosen() {
    const { view, chosen } = this.data;
    if (view.state !== 'open') return;
    this.setData({ isSending: true });
    const lines = view.lines.filter(({ id }) => chosen[id]);
    let approvedCount = 0;
    for (const line of lines) {
      const reply = await approveLine(line);
      if (reply.ok) approvedCount += 1;
      const holder = 'detail' in reply ? nameIn(reply.detail) : null;
      const result = reply.ok ? todoText.approved : todoText.notApproved(replyWords(reply, holder));
      this.setData({ [`results.${line.id}`]: result });
    }
    const left = lines.length - approvedCount;
    const title =
      left > 0 ? todoText.approvedSome(approvedCount, left) : todoText.approvedAll(approvedCount);
    this.stopChoosing();
    this.setData({ isSending: false });
    say(title);
    await this.refresh();
  },

  async refresh() {
    // Undoing is offered on the review page only: here nothing waits any longer.
    saySent(await sendDecisions('all'));
    const reply = await this.list.readFirst(this.filter());
    const first = reply && (reply.ok ? reply.value : reply).first;
    if (!first) return;
    this.unitNames = first.unitNames;
    const view = viewOfWaiting(first.waiting, this.looking());
    const { isListing } = this.data;
    const isStale = view.state === 'failed' && this.data.view.state === 'open';
    if (!isStale) this.setData({ view, isListing: false, listMessage: '' });
    else if (isListing) this.setData({ isListing: false, listMessage: view.message });
    // A list that stands is worth more than the news that it could not be read again.
    else wx.showToast({ title: view.message, icon: 'none' });
    this.setData({ decisions: viewOfDecisions(keptDecisions()) });
    this.setData({ waiting: showTodoCount(countOf(this.data.view)) });
  },

  toggle(id: string) {
    const { view, chosen } = this.data;
    const line = view.state === 'open' ? view.lines.find((one) => one.id === id) : undefined;
    if (line?.barred) say(line.barred);
    if (!line?.isSelectable) return;
    const next = { ...chosen, [id]: !chosen[id] };
    this.choose(next, true);
  },

  stopChoosing() {
    this.choose({}, false);
  },

  choose(chosen: Record<string, boolean>, isChoosing: boolean) {
    const chosenCount = Object.values(chosen).filter(Boolean).length;
    const selectedWords = chosenCount > 0 ? todoText.selected(chosenCount) : todoText.chooseFirst;
    this.setData({ isChoosing, chosen, chosenCount, selectedWords });
  },

  filter() {
    return filterOf(this.data.filter, this.data.unitId);
  },

  shownCount() {
    return this.data.view.state === 'open' ? this.data.view.lines.length : 0;
  },

  looking() {
    return { now: cloudNow(), unitNames: this.unitNames, decided: decidedStoryIds() };
  },
});
