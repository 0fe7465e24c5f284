// A jest reporter that adds this run's counts to the file named by TEST_COUNTS, so that a check of
// several runs can close with one line `N passed, N failed`.
const { appendFileSync } = require('node:fs');

module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TEST_COUNTS;
    if (!file) return;
    // A file that could not even load has no tests of its own; it counts as one failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    appendFileSync(file, `${results.numPassedTests} ${failed} ${results.numPendingTests}\n`);
  }
};
