/** A channel's settings as they are typed; no wx, so it is tested as it is. */
import { channelKindText, channelText, type Channel } from '../wording/channel';
import { kindText } from '../../text/story';

export interface ChannelForm {
  name: string;
  kind: Channel['kind'];
  endpoint: string;
  kinds: Channel['kinds'];
  /** As typed, between commas. */
  columns: string;
  isInternal: boolean;
  rate: string;
}

/** What a new channel begins with: public news to a center. */
export const newForm: ChannelForm = {
  ...{ name: '', kind: 'fusion_center', endpoint: '', columns: '', isInternal: false, rate: '60' },
  kinds: ['news', 'feature', 'photo_story', 'video', 'duty_story'],
};

export function formOf(channel: Channel): ChannelForm {
  const { name, kind, kinds, isInternal } = channel;
  return {
    ...{ name, kind, kinds, isInternal, endpoint: channel.endpoint ?? '' },
    ...{ columns: channel.columns.join(channelText.between), rate: String(channel.ratePerMinute) },
  };
}

/** The first thing that is missing or wrong, in words; empty when it can be saved. */
export function missingOf({ name, kind, endpoint, kinds, rate }: ChannelForm): string {
  if (name.trim() === '') return channelText.nameMissing;
  if (kind === 'fusion_center' && endpoint.trim() === '') return channelText.endpointMissing;
  if (kinds.length === 0) return channelText.kindsMissing;
  const perMinute = Number(rate);
  const isWhole = Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= 6000;
  return isWhole ? '' : channelText.rateWrong;
}

/** The settings as the cloud takes them. */
export function fieldsOf(form: ChannelForm) {
  const isCenter = form.kind === 'fusion_center';
  const columns = form.columns.split(/[,，、;；\s]+/).filter((column) => column !== '');
  return {
    name: form.name.trim(),
    endpoint: isCenter ? form.endpoint.trim() : null,
    kinds: form.kinds,
    columns,
    isInternal: !isCenter && form.isInternal,
    ratePerMinute: Number(form.rate),
  };
}

/** What can be chosen; a tip is never signed off. */
export function choices() {
  const kinds = (['fusion_center', 'manual', 'export', 'noop'] as const).map((value) => ({
    ...{ value, words: channelKindText[value] },
  }));
  const storyKinds = Object.entries(kindText)
    .filter(([value]) => value !== 'tip')
    .map(([value, words]) => ({ value, words }));
  return { channelKinds: kinds, storyKinds };
}
