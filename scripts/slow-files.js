// A jest reporter that ends a run with its slowest files: where a run that grew too long is shortened.
const path = require('node:path');

const SHOWN = 10;

module.exports = class SlowFiles {
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const times = testResults.map(({ perfStats, testFilePath }) => ({
      seconds: (perfStats.end - perfStats.start) / 1000,
      file: path.relative(process.cwd(), testFilePath),
    }));
    const slowest = times.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
    const lines = slowest.map(
      ({ seconds, file }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`,
    );
    process.stderr.write(`\nThe slowest files:\n${lines.join('\n')}\n`);
  }
};
