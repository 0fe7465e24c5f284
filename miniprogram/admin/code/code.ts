import { makeCode } from '../../client/code';
import { listUnit } from '../../client/directory';
import { openKeptSession } from '../../client/kept-answers';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { codeText } from '../../text/code';
import { dayStart } from '../../text/day';
import { replyWords } from '../../text/reply';
import { keptBy, posterUrl } from '../codes/view';
import { treeOf, type TreeLine } from '../../components/unit-picker/tree';

type Choice<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;
type Kind = 'unit' | 'meeting';

Page({
  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    kinds: codeText.kinds,
    days: codeText.days,
    kind: 'unit' as Kind, // widened: data holds each in turn
    units: [] as TreeLine[],
    unitId: '',
    unitName: '',
    title: '',
    day: '0',
    isPicking: false,
    missing: codeText.missing.unit,
    refused: '',
    isSending: false,
  },

  onLoad() {
    this.setData({ fontScale: fontScale() });
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },

  onKindChange({ detail }: Choice<Kind>) {
    this.fill({ kind: detail.chosen[0] ?? 'unit' });
  },

  onDayChange({ detail }: Choice<string>) {
    this.fill({ day: detail.chosen[0] ?? '0' });
  },

  onTitleChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.fill({ title: detail.value });
  },

  onUnitTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onUnitChoose({ detail }: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const [unitId = ''] = detail.ids;
    this.setData({ isPicking: false });
    this.choose(unitId);
  },

  async onMakeTap() {
    const { kind, unitId: targetId, title, day, isSending } = this.data;
    if (isSending) return;
    this.setData({ isSending: true, refused: '' });
    const expiresAt = day === '0' ? null : dayStart(cloudNow(), Number(day));
    const named = kind === 'meeting' ? title.trim() : null;
    const reply = await makeCode({ kind, targetId, title: named, expiresAt });
    this.setData({ isSending: false });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else wx.redirectTo({ url: posterUrl(reply.value.code) });
  },

  async read() {
    const [session, units] = await Promise.all([openKeptSession(), listUnit()]);
    if (!session.ok) return this.fail(replyWords(session));
    if (!units.ok) return this.fail(replyWords(units));
    const { person } = session.value;
    if (!person) return this.fail(replyWords({ refusal: 'not_bound' }));
    const { isOffice, unitIds } = keptBy(person);
    const tree = treeOf(units.value.units).filter(({ id }) => isOffice || unitIds.includes(id));
    this.setData({ isLoading: false, message: '', units: tree });
    // A head of one unit has nothing to choose.
    if (tree.length === 1) this.choose(tree[0]?.id ?? '');
  },

  fail(message: string) {
    this.setData({ message, isLoading: false });
  },

  choose(unitId: string) {
    const unitName = this.data.units.find(({ id }) => id === unitId)?.name ?? '';
    this.fill({ unitId, unitName });
  },

  fill(change: Partial<Pick<typeof this.data, 'kind' | 'unitId' | 'unitName' | 'title' | 'day'>>) {
    const { kind, unitId, title } = { ...this.data, ...change };
    const { missing } = codeText;
    const titleMissing = kind === 'meeting' && title.trim() === '' ? missing.title : '';
    this.setData({ ...change, missing: unitId === '' ? missing.unit : titleMissing, refused: '' });
  },
});
