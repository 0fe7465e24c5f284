// Unpacks the Chromium that @sparticuz/chromium carries into the temporary folder of this process
// (TMPDIR) and leaves there how to start it, paths relative to that folder.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// The package unpacks the system libraries it brings only where it believes to be on AWS Lambda.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
const before = process.env.LD_LIBRARY_PATH ?? '';
const { default: bundled } = await import('@sparticuz/chromium');
const executable = path.relative(os.tmpdir(), await bundled.executablePath());
const libraries = (process.env.LD_LIBRARY_PATH ?? '')
  .split(path.delimiter)
  .filter((place) => place !== '' && !before.split(path.delimiter).includes(place))
  .map((place) => path.relative(os.tmpdir(), place));
// In one single process, which Lambda needs, closing a context ends the whole browser.
const args = bundled.args.filter((argument) => argument !== '--single-process');
const file = path.join(os.tmpdir(), 'launch.json');
writeFileSync(file, JSON.stringify({ executable, libraries, args }));
