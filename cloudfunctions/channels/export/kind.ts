import type { ChannelKind } from '../../domain/syndication/channel-kind';

export const kind: ChannelKind = {
  ...{ kind: 'export', name: '导出后转交' },
  ...{ needsEndpoint: false, needsSecret: false, publishes: false },
};
