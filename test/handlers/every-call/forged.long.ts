/** The forgeries of forged.test.ts, which counts by the run it is in, by the thousand. */
import './forged.test';
