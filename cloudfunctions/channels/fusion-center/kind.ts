import type { ChannelKind } from '../../domain/syndication/channel-kind';

export const kind: ChannelKind = {
  ...{ kind: 'fusion_center', name: '融媒体中心' },
  ...{ needsEndpoint: true, needsSecret: true, publishes: true },
};
