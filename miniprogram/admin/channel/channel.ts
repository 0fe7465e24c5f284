import { createPaging } from '../../client/paging';
import {
  listMessage,
  pauseChannel,
  resumeChannel,
  rotateChannelSecret,
  showChannel,
} from '../../client/syndication';
import { openPage } from '../../pages/open-page';
import { markDelivery, resendDelivery, type DeliveryTap } from '../../pages/story/delivery-acts';
import { copyText } from '../../platform/clipboard';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { newChannelSecret } from '../../platform/ids';
import { readPage } from '../../platform/read-page';
import {
  channelText,
  factsOfChannel,
  lineOfChannel,
  type Channel,
  type ChannelKind,
} from '../wording/channel';
import { say } from '../../platform/toast';
import { wordsOfDelivery, type ShownDelivery } from '../../text/delivery';
import { replyWords, whyNot } from '../../text/reply';
import { showSecret } from '../show-secret';

type Which = 'stuck' | 'waiting' | 'all';

const messageList = () => createPaging(listMessage, ({ messages }) => messages);

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    text: channelText,
    name: '',
    grey: '',
    facts: [] as string[],
    answersUrl: '',
    isPaused: false,
    hasSecret: false,
    mayChange: false,
    isSending: false,
    which: 'stuck' as Which,
    deliveries: null as (ShownDelivery & { headline: string })[] | null, // null while they are read
    deliveriesMessage: '',
    hasMore: false,
  },

  channelId: '',
  version: 0,
  messages: messageList(),

  onLoad({ id = '' }: { id?: string }) {
    this.channelId = id;
    this.messages = messageList();
    this.setData({ fontScale: fontScale() });
  },

  onFormTap() {
    openPage(`/admin/channel-form/channel-form?id=${this.channelId}`);
  },

  async onPauseTap() {
    const { isPaused, isSending } = this.data;
    if (isSending || (!isPaused && !(await isSure(channelText.pauseTitle, channelText.pauseWords))))
      return;
    this.setData({ isSending: true });
    const target = { channelId: this.channelId, version: this.version };
    const reply = await (isPaused ? resumeChannel(target) : pauseChannel(target));
    await this.afterAct(reply.ok ? channelText.saved : replyWords(reply));
  },

  async onRotateTap() {
    if (!(await isSure(channelText.rotateTitle, channelText.rotateWords))) return;
    const secret = await newChannelSecret();
    const target = { channelId: this.channelId, version: this.version };
    const reply = await rotateChannelSecret({ ...target, secret });
    if (reply.ok) await showSecret(secret);
    await this.afterAct(reply.ok ? channelText.saved : replyWords(reply));
  },

  onWhichChange(event: WechatMiniprogram.CustomEvent<{ chosen: Which[] }>) {
    const [which = 'stuck'] = event.detail.chosen;
    this.setData({ which, deliveries: null, hasMore: false });
    void this.readMessages();
  },

  onMessagesRetry() {
    this.setData({ deliveriesMessage: '' });
    void this.readMessages();
  },

  async onMoreTap() {
    const reply = await this.messages.readMore();
    if (!reply) return;
    if (reply.ok) this.showMessages();
    else say(replyWords(reply));
  },

  onLinkCopy(event: WechatMiniprogram.CustomEvent<{ url: string }>) {
    void copyText(event.detail.url);
  },

  onAnswersCopyTap() {
    void copyText(this.data.answersUrl);
  },

  async onResend(event: DeliveryTap) {
    await this.afterAct(await resendDelivery(event));
  },

  async onMarkSent(event: DeliveryTap) {
    await this.afterAct(await markDelivery(event));
  },

  async afterAct(words: string | undefined) {
    this.setData({ isSending: false });
    if (words === undefined) return;
    wx.showToast({ title: words, icon: 'none' });
    await this.read();
  },

  async read() {
    const reply = await showChannel(this.channelId);
    this.setData({ isLoading: false, message: whyNot(reply) });
    if (!reply.ok) return;
    this.show(reply.value);
    await this.readMessages();
  },

  show({ channel, kinds }: { channel: Channel; kinds: ChannelKind[] }) {
    const { name, grey } = lineOfChannel(channel, kinds);
    const { isPaused, hasSecret, mayChange, version, answersUrl } = channel;
    this.version = version;
    const facts = factsOfChannel(channel, cloudNow());
    const said = { name, grey, facts, answersUrl: answersUrl ?? '' };
    this.setData({ ...said, isPaused, hasSecret, mayChange });
  },

  async readMessages() {
    const { which } = this.data;
    const reply = await this.messages.readFirst({ channelId: this.channelId, which });
    if (!reply) return;
    if (reply.ok) this.showMessages();
    // A list that stands is worth more than the news that it could not be read again.
    else if (this.data.deliveries) say(replyWords(reply));
    else this.setData({ deliveriesMessage: replyWords(reply) });
  },

  showMessages() {
    const now = cloudNow();
    const deliveries = this.messages.items().map((one) => {
      const headline = `${one.storyNumber} ${one.headline}`;
      return { ...wordsOfDelivery(one, now), headline };
    });
    this.setData({ deliveries, deliveriesMessage: '', hasMore: this.messages.hasMore() });
  },
});

async function isSure(title: string, content: string): Promise<boolean> {
  const { confirm: confirmText, cancel: cancelText } = channelText;
  return (await wx.showModal({ title, content, confirmText, cancelText })).confirm;
}
