import type { OpenChannel } from '../channel';

/** The office takes the story out of the system, hands it on and marks it sent. */
export const open: OpenChannel = () => ({
  deliver: async () => ({ outcome: 'waiting' }),
});
