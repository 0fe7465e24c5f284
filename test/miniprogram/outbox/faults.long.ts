/**
 * @jest-environment node
 *
 * A refiling on a line that does everything wrong: what the cloud has already is not sent again.
 */
import { proveFaults } from './prove-faults';

proveFaults('refiling');
