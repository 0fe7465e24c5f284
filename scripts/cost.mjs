// `npm run cost -- FILE`: what 1,000 stories cost on CloudBase, from the round trips that
// `npm run -s bench -- newsroom --json > FILE` counted. docs/deployment.md explains the formula.
import { readFileSync } from 'node:fs';
import { wording } from './cost/wording.mjs';

const stories = 1000;

/** Calls for one story on its way: written, looked at, three stages of review, a third returned. */
const callsOfStory = {
  'session.open': 6,
  'story.list': 4,
  'story.file': 1,
  'story.show': 12,
  'queue.list': 6,
  'story.claim': 3,
  'story.return': 1 / 3,
  'story.refile': 1 / 3,
  'story.approve': 3,
};
const reading = ['session.open', 'story.list', 'story.show', 'queue.list'];

/** A function of 512 MB for three tenths of a second, cold starts included. */
const gbSecondsOfCall = 0.5 * 0.3;
/** Once a minute, whatever is filed: 256 MB for a fifth of a second, two trips. */
const ticksOfMonth = 60 * 24 * 30;
const tick = { gbSeconds: 0.25 * 0.2, trips: 2 };
/** Four photos of 300 KB, kept twice until uploads are cleared; each looked at ten times. */
const photoGb = (4 * 300) / 1024 / 1024;

// Yuan. Source: Tencent's worked example for pay-as-you-go in «推荐购买说明» (400,000 GBs 44.43,
// 6,000,000 reads 9, 3,000,000 writes 15, 3.5 GB out 2.8); storage from the same price list.
const prices = {
  gbSecond: 44.43 / 400_000,
  read: 9 / 6_000_000,
  write: 15 / 3_000_000,
  outGb: 2.8 / 3.5,
  storedGbMonth: 0.0043 * 30,
};

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: npm run cost -- FILE (of npm run bench -- newsroom --json)');
  process.exit(2);
}
const { calls } = JSON.parse(readFileSync(file, 'utf8'));
const missing = Object.keys(callsOfStory).filter((name) => !calls.some((one) => one.call === name));
if (missing.length > 0) {
  console.error(`the figures have no ${missing.join(', ')}`);
  process.exit(2);
}
console.log(wording.table(estimate(calls)));

/** Amounts and yuan for the stories, and for a month in which nothing is filed. */
function estimate(counted) {
  const sum = (of) =>
    counted.reduce((total, one) => total + (callsOfStory[one.call] ?? 0) * of(one), 0) * stories;
  const callCount = sum(() => 1);
  // Which trips of a command read and which write is not counted: all go at the dearer price.
  const reads = sum((one) => (reading.includes(one.call) ? one.database : 0));
  const writes = sum((one) => (reading.includes(one.call) ? 0 : one.database));
  const storedGb = 2 * photoGb * stories;
  const outGb = 10 * photoGb * stories + sum((one) => one.answerBytes) / 1024 ** 3;
  return {
    stories,
    callCount,
    lines: [
      { name: 'gbSecond', amount: callCount * gbSecondsOfCall },
      { name: 'read', amount: reads },
      { name: 'write', amount: writes },
      { name: 'outGb', amount: outGb },
      { name: 'storedGbMonth', amount: storedGb },
    ].map((line) => ({ ...line, yuan: line.amount * prices[line.name] })),
    idleYuan: ticksOfMonth * (tick.gbSeconds * prices.gbSecond + tick.trips * prices.read),
  };
}
