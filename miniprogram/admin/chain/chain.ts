import { changeChain, listChain, removeChain } from '../../client/chain';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newId } from '../../platform/ids';
import { adminText, chainText } from '../wording/admin';
import { replyWords, whyNot } from '../../text/reply';
import type { Chain } from '../chains/view';
import { choices, formOf, missingOf, nextStage, stagesOf, type StageForm } from './view';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<
  Detail,
  object,
  { place: number }
>;
type Chosen<Value> = Change<{ chosen: Value[] }>;

Page({
  ...formPage,

  data: {
    ...formFields,
    /** '' while a chain is added. */
    chainId: '',
    kinds: [] as Chain['kinds'],
    unitKinds: [] as Chain['unitKinds'],
    stages: [] as StageForm[],
    ...choices(),
  },

  newChainId: '',
  version: 0,

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ fontScale: fontScale(), chainId: id });
    void this.read();
  },

  onKindsChange(event: Chosen<Chain['kinds'][number]>) {
    this.setData({ kinds: event.detail.chosen, refused: '' });
  },

  onUnitKindsChange(event: Chosen<Chain['unitKinds'][number]>) {
    this.setData({ unitKinds: event.detail.chosen, refused: '' });
  },

  onNameChange(event: Change<{ value: string }>) {
    this.change(event, { name: event.detail.value });
  },

  onStageKindChange(event: Chosen<StageForm['kind']>) {
    this.change(event, { kind: event.detail.chosen[0] });
  },

  onDutyChange(event: Chosen<StageForm['duty']>) {
    this.change(event, { duty: event.detail.chosen[0] });
  },

  onNumberChange(event: Chosen<string>) {
    this.change(event, { number: event.detail.chosen[0] });
  },

  onLimitChange(event: Chosen<string>) {
    this.change(event, { limit: event.detail.chosen[0] });
  },

  onSkipChange(event: Change<{ value: boolean }>) {
    this.change(event, { maySkip: event.detail.value });
  },

  onAddTap() {
    const { stages } = this.data;
    // The sign-off stays last.
    this.fill([...stages.slice(0, -1), nextStage(stages), ...stages.slice(-1)]);
  },

  onDropTap(event: WechatMiniprogram.TouchEvent<object, object, { place: number }>) {
    this.fill(
      this.data.stages.filter((_one, place) => place !== event.currentTarget.dataset.place),
    );
  },

  async onSaveTap() {
    await this.send(() => this.save(), adminText.saved);
  },

  async save(): Promise<string> {
    const { chainId, kinds, unitKinds, stages } = this.data;
    // Kept for the next tap: a lost answer must not make a second chain.
    this.newChainId ||= await newId();
    const reply = await changeChain({
      ...{ chainId: chainId || this.newChainId, version: this.version },
      ...{ kinds, unitKinds, stages: stagesOf(stages) },
    });
    return whyNot(reply);
  },

  async onRemoveTap() {
    const { title, words, confirm } = chainText.remove;
    const { confirm: isSure } = await wx.showModal({
      ...{ title, content: words, confirmText: confirm, cancelText: adminText.cancel },
    });
    if (!isSure) return;
    const reply = await removeChain({ chainId: this.data.chainId, version: this.version });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else await this.leave(adminText.removed);
  },

  async read() {
    const reply = await listChain();
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const chain = reply.value.chains.find(({ id }) => id === this.data.chainId);
    const stages = chain?.stages ?? reply.value.usual;
    this.version = chain?.version ?? 0;
    this.setData({
      ...{ isLoading: false, message: '', ...choices(stages) },
      ...{ kinds: chain?.kinds ?? [], unitKinds: chain?.unitKinds ?? [] },
    });
    this.fill(stages.map(formOf));
  },

  change(event: Change<object>, change: Partial<StageForm>) {
    const { place } = event.currentTarget.dataset;
    this.fill(
      this.data.stages.map((stage, index) => (index === place ? { ...stage, ...change } : stage)),
    );
  },

  fill(stages: StageForm[]) {
    this.setData({ stages, missing: missingOf(stages), refused: '' });
  },
});
