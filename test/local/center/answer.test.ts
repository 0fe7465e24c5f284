/** What the desk decides, and how the sender hears of it. */
import { Webhook } from 'standardwebhooks';
import {
  aNinjs,
  aPicture,
  centerSecret,
  startCenter,
  type RunningCenter,
} from '../../support/center/center';
import { startFarSide, type FarSide } from '../../support/center/far-side';
import { until } from '../../support/until';

let center: RunningCenter;
let far: FarSide;

beforeEach(async () => {
  far = await startFarSide();
  center = await startCenter({ callback: far.callback, outlets: ['示例县报'] });
});
afterEach(async () => {
  await center.stop();
  await far.stop();
});

const uri = 'urn:xiangxun:organ:story:5f3c';
const printing = {
  ...{ version: '1', outlet: '示例县报', otherOutlet: '', headline: '小议事室点亮老街' },
  ...{ position: 'front_lead', printedOn: '2026-11-21' },
};
const kinds = () => far.taken.map(({ body }) => body.kind);
const settled = async () => (await center.inbox()).answers.every(({ isSettled }) => isSettled);

test('received, published and read: each is told once, in order, and signed', async () => {
  await center.push(aNinjs());
  expect((await center.form('/desk/1/publish', printing)).status).toBe(303);
  await center.form('/articles/1/metrics', { reads: '1280', forwards: '' });
  await until(() => far.taken.length === 3);
  await until(settled);
  expect(far.taken.map(({ body }) => body)).toMatchObject([
    { kind: 'received', uri, version: 1 },
    {
      ...{ kind: 'published', uri, version: 1, outlet: '示例县报', headline: '小议事室点亮老街' },
      ...{ url: `${center.base}/articles/1`, position: 'front_lead' },
      printedAt: '2026-11-21T12:00:00+08:00',
    },
    {
      kind: 'metrics',
      outlet: '示例县报',
      url: `${center.base}/articles/1`,
      reads: 1280,
      forwards: null,
    },
  ]);
  for (const { headers, text } of far.taken) {
    const plain = Object.fromEntries(
      Object.entries(headers).map(([name, one]) => [name, `${one}`]),
    );
    expect(new Webhook(centerSecret).verify(text, plain)).toEqual(JSON.parse(text));
  }
});

test('a rejection is told with its reason; a newer version is looked at anew', async () => {
  await center.push(aNinjs());
  await center.form('/desk/1/reject', { version: '1', reason: '与前日报道重复' });
  await until(() => kinds().includes('rejected'));
  expect(far.taken.at(-1)?.body).toMatchObject({ uri, version: 1, reason: '与前日报道重复' });
  expect((await center.inbox()).stories).toMatchObject([{ state: 'rejected' }]);
  await center.push(aNinjs({ version: '2' }));
  expect((await center.inbox()).stories).toMatchObject([{ state: 'waiting' }]);
});

test('an answer that fails, is lost or comes too early is sent again under the same id', async () => {
  far.nextStatuses.push(500, 0, 429);
  await center.push(aNinjs());
  await until(settled, 20_000);
  expect(kinds()).toEqual(Array(4).fill('received'));
  expect(new Set(far.taken.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const { answers } = await center.inbox();
  const outcomes = answers[0]?.attempts.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['http_500', 'unreachable', 'http_429', 'http_200']);
}, 40_000);

test('an answer refused for good is not sent again, and the next one goes out', async () => {
  far.nextStatuses.push(404);
  await center.push(aNinjs());
  await center.form('/desk/1/publish', printing);
  await until(() => kinds().length === 2);
  await until(settled);
  expect(kinds()).toEqual(['received', 'published']);
});

test.each([
  ['an outlet', { outlet: '' }, '请选择或填写刊发的媒体'],
  ['a headline', { headline: ' ' }, '请填写刊发标题'],
  ['a day', { printedOn: '' }, '请选择刊发日期'],
  ['a day that has come', { printedOn: '2999-01-01' }, '刊发日期还没有到'],
  ['the version that is held', { version: '2' }, '请看过下面的新版本后再处理'],
])('the desk takes no printing without %s, and says so', async (_, change, words) => {
  await center.push(aNinjs());
  const answered = await center.form('/desk/1/publish', { ...printing, ...change });
  expect(answered.status).toBe(422);
  expect(await answered.text()).toContain(words);
  expect((await center.inbox()).stories[0]?.printings).toEqual([]);
});

test('nothing is published before its embargo ends', async () => {
  const embargoedUntil = new Date(Date.now() + 3_600_000).toISOString();
  await center.push(aNinjs({ embargoedUntil }));
  expect((await center.form('/desk/1/publish', printing)).status).toBe(422);
  await center.control({ clockOffsetMs: 2 * 3_600_000 });
  expect((await center.form('/desk/1/publish', printing)).status).toBe(303);
});

test('what is published cannot be rejected, and a number is needed to report reads', async () => {
  await center.push(aNinjs());
  await center.form('/desk/1/publish', printing);
  const rejected = await center.form('/desk/1/reject', { version: '1', reason: '晚了' });
  expect(rejected.status).toBe(422);
  const counted = await center.form('/articles/1/metrics', { reads: '', forwards: '' });
  expect(counted.status).toBe(422);
});

test('a kill takes the article down; what was printed before is still told', async () => {
  await center.push(aNinjs());
  await center.form('/desk/1/publish', printing);
  expect((await fetch(`${center.base}/articles/1`)).status).toBe(200);
  await center.push(aNinjs({ version: '2', pubStatus: 'canceled', bodies: undefined }));
  const gone = await fetch(`${center.base}/articles/1`);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('本文已撤下')]);
  const late = { ...printing, version: '2', otherOutlet: '示例市报' };
  expect((await center.form('/desk/1/publish', late)).status).toBe(303);
  await until(() => kinds().filter((kind) => kind === 'published').length === 2);
  expect(far.taken.at(-1)?.body).toMatchObject({ version: 2, outlet: '示例市报' });
});

test('pages write what they were sent as words, whatever it is', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const href = far.photo('p', Buffer.from('<script>alert(1)</script>'));
  const picture = aPicture(href, { by: evil, descriptions: [{ value: evil }] });
  const fields = { by: evil, located: evil, slugline: evil, edNote: evil };
  const words = { headlines: [{ value: evil }], bodies: [{ value: evil }] };
  await center.push(aNinjs({ ...fields, ...words, associations: [picture] }));
  await center.form('/desk/1/publish', { ...printing, otherOutlet: evil, headline: evil });
  for (const place of ['/', '/desk/1', '/articles/1']) {
    const page = await fetch(`${center.base}${place}`);
    const text = await page.text();
    expect(text).not.toMatch(/<script>alert|<img src=x/);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  }
  const file = (await center.inbox()).stories[0]?.versions[0]?.files[0]?.file;
  const photo = await fetch(`${center.base}/photos/${file}`);
  expect(photo.headers.get('content-type')).toBe('application/octet-stream');
  expect(photo.headers.get('x-content-type-options')).toBe('nosniff');
});
