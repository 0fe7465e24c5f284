import { startDecisions } from './client/decisions';
import { startReports } from './client/reports';
import { startOutbox } from './outbox/index';
import { saySent } from './pages/todo/say-sent';
import { startClock } from './platform/clock';
import { startCloud } from './platform/cloud';
import { startUpdates } from './platform/update';

App({
  onLaunch() {
    startCloud();
    startClock();
    startUpdates();
    startOutbox();
    startDecisions(saySent);
    startReports();
  },
});
