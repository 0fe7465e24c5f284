import type { OpenChannel } from '../channel';

/** Takes everything and does nothing: for trying out selections and rates. */
export const openNoop: OpenChannel = () => ({
  deliver: async () => ({ outcome: 'delivered' }),
});
