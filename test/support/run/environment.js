// Where test files run: jest's environment for Node, and Playwright in it, which keeps nothing for a test:
// so a worker loads it once (browser.ts) instead of each file anew.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.defineProperty(this.global, 'playwright', { get: () => require('playwright-core') });
  }
};
