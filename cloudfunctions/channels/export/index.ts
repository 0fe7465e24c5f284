import type { OpenChannel } from '../channel';

/** The office downloads a package (the function `paper` makes it), hands it on and marks it sent. */
export const openExport: OpenChannel = () => ({
  deliver: async () => ({ outcome: 'waiting' }),
});
