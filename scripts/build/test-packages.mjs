// npm packages that most test files ask for, each as one file: jest loads packages anew for every test
// file, and reading two hundred files of the SDK and of zod takes longer than most tests themselves.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { sdkParts } from './sdk-parts.mjs';

/** jest.config.js puts them in the place of the packages. */
const packages = {
  'node-sdk': "module.exports = require('@cloudbase/node-sdk')",
  'zod-mini': "export * from 'zod/mini'",
};

export async function packForTests(root) {
  await Promise.all(
    Object.entries(packages).map(([name, contents]) =>
      esbuild.build({
        stdin: { contents, resolveDir: root },
        outfile: path.join(root, `dist/test/${name}.js`),
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        legalComments: 'none',
        logLevel: 'warning',
        plugins: [sdkParts],
      }),
    ),
  );
}
