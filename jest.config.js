// One project per kind of proof, so that `jest --selectProjects contracts` runs just that kind.
// Long tests (*.long.ts) are left out of `npm test`; LONG=1 selects them and nothing else.
const { availableParallelism } = require('node:os');

const long = process.env.LONG === '1';

const transform = {
  '^.+\\.(ts|js|mjs)$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    },
  ],
};

// One file each instead of two hundred, packed by the build (scripts/build/test-packages.mjs).
const packed = {
  '^@cloudbase/node-sdk$': '<rootDir>/dist/test/node-sdk.js',
  '^zod/mini$': '<rootDir>/dist/test/zod-mini.js',
};

// What miniprogram-simulate does again in every file.
const simulated = {
  '^miniprogram-compiler$': '<rootDir>/test/miniprogram/templates.js',
  '^\\./wxss$': '<rootDir>/test/miniprogram/no-sheets.js',
};

const project = (name, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/run/environment.js',
  testMatch: [`<rootDir>/test/${name}/**/*.${long ? 'long' : 'test'}.ts`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/miniprogram/miniprogram_npm'],
  transform,
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: packed,
  ...extra,
});

module.exports = {
  globalSetup: '<rootDir>/test/support/run/global-setup.js',
  globalTeardown: '<rootDir>/test/support/run/global-teardown.js',
  reporters: ['default', '<rootDir>/scripts/count-reporter.js', '<rootDir>/scripts/slow-files.js'],
  testSequencer: '<rootDir>/scripts/longest-first.js',
  // A busy machine is no failure: what hangs ends here, what is slow does not.
  testTimeout: long ? 600_000 : 240_000,
  // Tests mostly wait for processes of their own, so two at once pay even on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    project('domain'),
    project('local'),
    project('handlers'),
    // What CloudBase does is proved with its package as it lies.
    project('contracts', { moduleNameMapper: {} }),
    project('miniprogram', {
      testEnvironment: 'jsdom',
      moduleNameMapper: { ...packed, ...simulated },
    }),
    project('journeys'),
    // An empty testMatch would match every file there is.
    project('tidy', { testMatch: [`<rootDir>/test/tidy.${long ? 'long' : 'test'}.ts`] }),
  ],
};
