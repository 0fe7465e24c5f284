// Tests run what was built; a stale build would prove the wrong thing.
const { execFileSync } = require('node:child_process');
const path = require('node:path');

module.exports = function buildWhatTestsRun() {
  const root = path.resolve(__dirname, '../..');
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
};
