/** A channel's settings as they are typed; no wx, so it is tested as it is. */
import { channelText, type Channel, type ChannelKind } from '../wording/channel';
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

/** What a new channel begins with: public news. */
export const newForm: ChannelForm = {
  ...{ name: '', kind: '', endpoint: '', columns: '', isInternal: false, rate: '60' },
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
export function missingOf(form: ChannelForm, kind: ChannelKind | undefined): string {
  const { name, endpoint, kinds, rate } = form;
  if (name.trim() === '') return channelText.nameMissing;
  if (kind?.needsEndpoint === true && endpoint.trim() === '') return channelText.endpointMissing;
  if (kinds.length === 0) return channelText.kindsMissing;
  const perMinute = Number(rate);
  const isWhole = Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= 6000;
  return isWhole ? '' : channelText.rateWrong;
}

/** The settings as the cloud takes them. */
export function fieldsOf(form: ChannelForm, kind: ChannelKind | undefined) {
  const columns = form.columns.split(/[,，、;；\s]+/).filter((column) => column !== '');
  return {
    name: form.name.trim(),
    endpoint: kind?.needsEndpoint === true ? form.endpoint.trim() : null,
    kinds: form.kinds,
    columns,
    isInternal: kind?.publishes !== true && form.isInternal,
    ratePerMinute: Number(form.rate),
  };
}

/** The ways of delivery, as they are chosen. */
export const kindChoices = (kinds: ChannelKind[]) =>
  kinds.map(({ kind, name }) => ({ value: kind, words: name }));

/** The stories that can be taken; a tip is never signed off. */
export const storyChoices = () =>
  Object.entries(kindText)
    .filter(([value]) => value !== 'tip')
    .map(([value, words]) => ({ value, words }));
