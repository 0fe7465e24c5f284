import type { OpenChannel } from '../channel';

/** Takes everything and does nothing: for trying out selections and rates. */
export const open: OpenChannel = () => ({
  deliver: async () => ({ outcome: 'delivered' }),
});
