// What the test files of this run shared goes with it.
const { rmSync } = require('node:fs');

module.exports = async function endRun() {
  await globalThis.cloudHouse.close();
  rmSync(process.env.TEST_RUN_FOLDER, { recursive: true, force: true });
};
