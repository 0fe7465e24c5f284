import type { ChannelKind } from '../../domain/syndication/channel-kind';

export const kind: ChannelKind = {
  ...{ kind: 'manual', name: '人工发送' },
  ...{ needsEndpoint: false, needsSecret: false, publishes: false },
};
