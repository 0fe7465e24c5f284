/** Which of several answers of a page is still wanted. */
import { beginReading } from '../../../miniprogram/client/newest';

test('only the newest reading of a name is wanted, on this page', () => {
  const [page, other] = [{}, {}];
  const first = beginReading(page, 'people');
  const works = beginReading(page, 'works');
  const elsewhere = beginReading(other, 'people');
  expect([first(), works(), elsewhere()]).toEqual([true, true, true]);
  const second = beginReading(page, 'people');
  expect([first(), second(), works(), elsewhere()]).toEqual([false, true, true, true]);
});
