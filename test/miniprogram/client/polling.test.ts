import { createPolling } from '../../../miniprogram/client/polling';

let answers: (() => void)[] = [];
const ask = () => new Promise<void>((resolve) => void answers.push(resolve));
const answer = async () => {
  answers.pop()?.();
  await Promise.resolve();
  await Promise.resolve();
};

beforeEach(() => {
  jest.useFakeTimers();
  answers = [];
});

afterEach(() => jest.useRealTimers());

test('the next question waits for the answer to the last, and then its time', async () => {
  let asked = 0;
  const polling = createPolling(() => {
    asked += 1;
    return ask();
  }, 1000);
  polling.start();
  jest.advanceTimersByTime(999);
  expect(asked).toBe(0);
  jest.advanceTimersByTime(10_000);
  expect(asked).toBe(1);
  await answer();
  jest.advanceTimersByTime(1000);
  expect(asked).toBe(2);
  polling.stop();
});

test('a page that is left asks no more, even when an answer comes late', async () => {
  const polling = createPolling(ask, 1000);
  polling.start();
  jest.advanceTimersByTime(1000);
  polling.stop();
  await answer();
  jest.advanceTimersByTime(60_000);
  expect(answers).toHaveLength(0);
});

test('coming back twice still asks once at a time', async () => {
  const polling = createPolling(ask, 1000);
  polling.start();
  polling.start();
  jest.advanceTimersByTime(1000);
  expect(answers).toHaveLength(1);
  polling.stop();
});
