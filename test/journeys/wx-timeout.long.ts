/** How long a transfer may take is app.json's to say. */
import { beforeJourneys } from '../support/browser/before-journeys';
import { aMiniProgram } from '../support/browser/mini-program';
import { journey } from '../support/browser/pages';
import { phone, type Phone, type WxAnswer } from '../support/browser/phone';

const timeouts = { request: 300, uploadFile: 300, downloadFile: 300 };
const program = aMiniProgram({
  'app.json': JSON.stringify({ pages: ['pages/index/index'], networkTimeout: timeouts }),
});

let lin: Phone;

beforeJourneys(
  async ({ browser, pages }) => {
    lin = await phone(browser, { openid: 'openid-lin' });
    await pages.open(lin);
  },
  { appDir: program.dir, cloud: {} },
);

// Asked, and never answered.
beforeEach(() => lin.page.route(/silent|upload/, () => undefined));
afterEach(() => lin.page.unrouteAll({ behavior: 'ignoreErrors' }));
afterAll(() => program.remove());

const url = "url: location.origin + '/silent'";
const file = "wx.env.USER_DATA_PATH + '/a.txt'";
const written = `wx.getFileSystemManager().writeFileSync(${file}, 'a')`;

const calls: [string, string][] = [
  ['request', `wx.request({ ${url}, complete })`],
  ['downloadFile', `wx.downloadFile({ ${url}, complete })`],
  ['uploadFile', `${written}; wx.uploadFile({ ${url}, filePath: ${file}, name: 'a', complete })`],
  [
    'cloud.uploadFile',
    `${written}; wx.cloud.uploadFile({ cloudPath: 'a.txt', filePath: ${file}, complete })`,
  ],
];

journey.each(calls)('%s takes no longer than app.json lets it', async ([api, call]) => {
  const answer = await lin.page.evaluate<WxAnswer>(`new Promise((complete) => { ${call} })`);
  expect(answer.errMsg).toMatch(new RegExp(`^${api}:fail.*timeout`));
});
