import { addChannel, changeChannel, listChannel, showChannel } from '../../client/syndication';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newChannelSecret, newId } from '../../platform/ids';
import { channelText, type ChannelKind } from '../wording/channel';
import { replyWords, whyNot } from '../../text/reply';
import { showSecret } from '../show-secret';
import {
  fieldsOf,
  formOf,
  kindChoices,
  missingOf,
  newForm,
  storyChoices,
  type ChannelForm,
} from './view';

type TextField = 'name' | 'endpoint' | 'columns' | 'rate';
type TextChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: TextField }>;
type Chosen<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;

Page({
  ...formPage,

  data: {
    ...formFields,
    isNew: true,
    form: newForm,
    channelKinds: [] as ReturnType<typeof kindChoices>,
    storyKinds: storyChoices(),
    needsEndpoint: false,
    mayBeInternal: false,
  },

  channelId: '',
  kinds: [] as ChannelKind[],
  version: 0,
  /** Kept for the next tap: a lost answer must not make a second channel, nor another secret. */
  made: undefined as { channelId: string; secret: string } | undefined,

  onLoad({ id = '' }: { id?: string }) {
    this.channelId = id;
    this.setData({ fontScale: fontScale(), isNew: id === '' });
    void this.read();
  },

  onTextChange(event: TextChange) {
    this.fill({ [event.currentTarget.dataset.field]: event.detail.value });
  },

  onKindChange(event: Chosen<ChannelForm['kind']>) {
    const [kind] = event.detail.chosen;
    if (kind !== undefined) this.fill({ kind });
  },

  onKindsChange(event: Chosen<ChannelForm['kinds'][number]>) {
    this.fill({ kinds: event.detail.chosen });
  },

  onInternalChange(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.fill({ isInternal: event.detail.value });
  },

  async onSaveTap() {
    const { isNew } = this.data;
    await this.send(() => (isNew ? this.add() : this.change()), channelText.saved);
  },

  async add(): Promise<string> {
    this.made ??= { channelId: await newId(), secret: await newChannelSecret() };
    const { channelId, secret } = this.made;
    const { form } = this.data;
    const kind = this.kindOf(form);
    const isSigned = kind?.needsSecret === true;
    const fields = { channelId, kind: form.kind, ...fieldsOf(form, kind) };
    const reply = await addChannel({ ...fields, secret: isSigned ? secret : null });
    if (!reply.ok) return replyWords(reply);
    if (isSigned) await showSecret(secret);
    return '';
  },

  async change(): Promise<string> {
    const target = { channelId: this.channelId, version: this.version };
    const { form } = this.data;
    const reply = await changeChannel({ ...target, ...fieldsOf(form, this.kindOf(form)) });
    return whyNot(reply);
  },

  async read() {
    const reply = await (this.data.isNew ? listChannel() : showChannel(this.channelId));
    this.setData({ isLoading: false, message: whyNot(reply) });
    if (!reply.ok) return;
    this.kinds = reply.value.kinds;
    this.setData({ channelKinds: kindChoices(this.kinds) });
    if ('channel' in reply.value) {
      this.version = reply.value.channel.version;
      this.fill(formOf(reply.value.channel));
    } else {
      const [first] = this.kinds;
      this.fill({ kind: (this.kinds.find(({ publishes }) => publishes) ?? first)?.kind ?? '' });
    }
  },

  fill(change: Partial<ChannelForm>) {
    const form = { ...this.data.form, ...change };
    const kind = this.kindOf(form);
    this.setData({
      ...{ form, missing: missingOf(form, kind), refused: '' },
      ...{ needsEndpoint: kind?.needsEndpoint === true, mayBeInternal: kind?.publishes === false },
    });
  },

  kindOf(form: ChannelForm) {
    return this.kinds.find(({ kind }) => kind === form.kind);
  },
});
