import { startDecisions } from './client/decisions';
import { startOutbox } from './outbox/index';
import { startCloud } from './platform/cloud';

App({
  onLaunch() {
    startCloud();
    startOutbox();
    startDecisions();
  },
});
