import { startDecisions } from './client/decisions';
import { startReports } from './client/reports';
import { startOutbox } from './outbox/index';
import { startCloud } from './platform/cloud';

App({
  onLaunch() {
    startCloud();
    startOutbox();
    startDecisions();
    startReports();
  },
});
