/** Every kind of channel by its name; a new one is a folder and a line here. */
import type { ChannelKind } from '../domain/syndication/message';
import type { OpenChannel } from './channel';
import { openExport } from './export';
import { openFusionCenter } from './fusion-center';
import { openManual } from './manual';
import { openNoop } from './noop';

export const channelKinds: Record<ChannelKind, OpenChannel> = {
  fusion_center: openFusionCenter,
  export: openExport,
  manual: openManual,
  noop: openNoop,
};
