/** Every kind of channel there is, without what opens it. */
// Written by `npm run build` from the folders beside it.
import type { ChannelKind } from '../domain/syndication/channel-kind';
import { kind as exportChannel } from './export/kind';
import { kind as fusionCenterChannel } from './fusion-center/kind';
import { kind as manualChannel } from './manual/kind';
import { kind as noopChannel } from './noop/kind';

export const channelKinds: ChannelKind[] = [
  exportChannel,
  fusionCenterChannel,
  manualChannel,
  noopChannel,
];
