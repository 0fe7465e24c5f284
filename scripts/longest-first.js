// Jest begins with the files that took longest the last time; a fresh clone knows no last time, and goes
// by size. Here those that talk to a cloud or a browser come first then, so that no worker is left at the
// end with a long one.
const { default: Sequencer } = require('@jest/test-sequencer');
const path = require('node:path');

/** By folder; files that every run ends with otherwise stand for themselves. */
const first = [
  ...['handlers/every-call/authorization.test.ts', 'miniprogram/outbox/faults.test.ts'],
  ...['handlers/every-call/faults.long.ts', 'handlers/every-call/faults-office.long.ts'],
  ...['handlers/every-call/fuzz-newsroom.long.ts', 'handlers/every-call/fuzz-office.long.ts'],
];
const kinds = ['journeys', 'handlers', 'contracts', 'local', 'miniprogram', 'domain'];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isKnown = [...sorted].some(({ duration }) => duration !== undefined);
    return isKnown ? sorted : [...sorted].sort((one, other) => rank(one) - rank(other));
  }
};

function rank({ path: file }) {
  const own = file.split(`${path.sep}test${path.sep}`).at(-1)?.split(path.sep).join('/') ?? '';
  return first.includes(own) ? -1 : kinds.indexOf(own.split('/')[0] ?? '');
}
