// Tests run what was built; a stale build would prove the wrong thing. And a run gets a folder for
// what its test files share (once-a-run.ts), and a house of the clouds that they use in turn.
const { execFileSync } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const openCloudHouse = require('./cloud-house');

module.exports = async function prepareRun() {
  const root = path.resolve(__dirname, '../../..');
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-run-'));
  globalThis.cloudHouse = await openCloudHouse(folder);
  process.env.TEST_RUN_FOLDER = folder;
  process.env.CLOUD_HOUSE = globalThis.cloudHouse.address;
};
