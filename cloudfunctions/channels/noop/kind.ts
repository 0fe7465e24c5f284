import type { ChannelKind } from '../../domain/syndication/channel-kind';

export const kind: ChannelKind = {
  ...{ kind: 'noop', name: '演练（不发送）' },
  ...{ needsEndpoint: false, needsSecret: false, publishes: false },
};
