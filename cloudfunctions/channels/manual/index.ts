import type { OpenChannel } from '../channel';

/** The office sends it by hand, e-mail or telephone, and marks it sent with a note. */
export const open: OpenChannel = () => ({
  deliver: async () => ({ outcome: 'waiting' }),
});
