// Tests run what was built; a stale build would prove the wrong thing. And a run gets a folder for
// what its test files share (once-a-run.ts).
const { execFileSync } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

module.exports = function prepareRun() {
  const root = path.resolve(__dirname, '../..');
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.env.TEST_RUN_FOLDER = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-run-'));
};
