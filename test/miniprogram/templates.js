// Stands where miniprogram-simulate asks for its compiler. WeChat's compiles every template there is at
// once, whichever component a test renders: so the first file of a run has it done, the others read it.
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

// Outside a run of tests there is no folder to share.
const shared =
  process.env.TEST_RUN_FOLDER && path.join(process.env.TEST_RUN_FOLDER, 'templates.js');

exports.wxmlToJs = (rootPath, options) => {
  if (shared && existsSync(shared)) return readFileSync(shared, 'utf8');
  const compiled = require('miniprogram-compiler/src/index.js').wxmlToJs(rootPath, options);
  if (shared) {
    // Two files may make it at once: each writes its own, and either is whole.
    writeFileSync(`${shared}.${process.pid}`, compiled);
    renameSync(`${shared}.${process.pid}`, shared);
  }
  return compiled;
};
