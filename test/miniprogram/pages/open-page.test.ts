import { openPage } from '../../../miniprogram/pages/open-page';
import { failureText } from '../../../miniprogram/text/failure';
import { stubWx } from '../simulate';

type Move = { url: string };

let moves: string[];
let ends: { done(): void; failed(): void }[];
let said: string[];
let pages: number;

beforeEach(() => {
  [moves, ends, said, pages] = [[], [], [], 1];
  const move = (name: string) => (option: Move) => {
    moves.push(`${name} ${option.url}`);
    return new Promise<void>((done, fail) => {
      ends.push({ done, failed: () => fail(new Error('navigateTo:fail timeout')) });
    });
  };
  stubWx({
    navigateTo: move('navigateTo'),
    redirectTo: move('redirectTo'),
    showToast: ({ title }: { title: string }) => said.push(title),
  });
  Object.assign(globalThis, { getCurrentPages: () => Array.from({ length: pages }) });
  jest.useFakeTimers({ now: 1_000_000 });
});

afterEach(async () => {
  ends.forEach(({ done }) => done());
  await turn();
  jest.useRealTimers();
});

const turn = () => jest.advanceTimersByTimeAsync(0);

test('a page that is long in coming is opened once, and again when the person is back', async () => {
  openPage('/desk/review/review');
  openPage('/desk/review/review');
  expect(moves).toEqual(['navigateTo /desk/review/review']);
  ends[0]?.done();
  await turn();
  openPage('/desk/review/review');
  expect(moves).toHaveLength(2);
  expect(said).toEqual([]);
});

test('a page that cannot be fetched is said, and may be tapped again at once', async () => {
  openPage('/desk/review/review');
  ends[0]?.failed();
  await turn();
  expect(said).toEqual([failureText.not_opened]);
  openPage('/desk/review/review');
  expect(moves).toHaveLength(2);
});

test('where WeChat never tells what became of a tap, a later one counts', () => {
  openPage('/desk/review/review');
  jest.setSystemTime(1_008_000);
  openPage('/desk/review/review');
  expect(moves).toHaveLength(2);
});

test('an eleventh page takes the place of the tenth', () => {
  pages = 10;
  openPage('/standing/entry/entry?id=1');
  expect(moves).toEqual(['redirectTo /standing/entry/entry?id=1']);
});

test('a clock that is set back keeps no page shut', () => {
  openPage('/desk/review/review');
  jest.setSystemTime(1_000_000 - 3_600_000);
  openPage('/desk/review/review');
  expect(moves).toHaveLength(2);
});
