/** Opens a channel of any kind there is. */
// Written by `npm run build` from the folders beside it.
import type { Channel, ChannelSettings, OpenChannel } from './channel';
import { open as exportChannel } from './export';
import { open as fusionCenterChannel } from './fusion-center';
import { open as manualChannel } from './manual';
import { open as noopChannel } from './noop';
import { kind as exportChannelKind } from './export/kind';
import { kind as fusionCenterChannelKind } from './fusion-center/kind';
import { kind as manualChannelKind } from './manual/kind';
import { kind as noopChannelKind } from './noop/kind';

const opens = new Map<string, OpenChannel>([
  [exportChannelKind.kind, exportChannel],
  [fusionCenterChannelKind.kind, fusionCenterChannel],
  [manualChannelKind.kind, manualChannel],
  [noopChannelKind.kind, noopChannel],
]);

/** A kind whose folder is gone takes nothing, and says so. */
export function openChannel(kind: string, settings: ChannelSettings): Channel {
  const open = opens.get(kind);
  if (open) return open(settings);
  return { deliver: async () => ({ outcome: 'rejected', why: 'channel_kind_unknown' }) };
}
