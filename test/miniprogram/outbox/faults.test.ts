/**
 * @jest-environment node
 *
 * A filing on a line that does everything wrong; a refiling is in `faults.long.ts`.
 */
import { proveFaults } from './prove-faults';

proveFaults('filing');
