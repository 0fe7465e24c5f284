import path from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { journey, type Pages } from '../support/browser/pages';
import { phone, type Phone, type WxAnswer } from '../support/browser/phone';

const OPENID = 'openid-lin';
const sample = path.resolve(__dirname, '../samples/wx');
const functionsDir = path.resolve(__dirname, '../support/browser/wx-functions');

let browser: Browser;
let pages: Pages;
let lin: Phone;

beforeJourneys(
  async (started) => {
    ({ browser, pages } = started);
    lin = await phone(browser, { openid: OPENID });
    await pages.open(lin);
  },
  { appDir: sample, cloud: { functionsDir } },
);

afterEach(() => network('online'));

const inPage = <T>(expression: string) => lin.page.evaluate<T>(expression);
const network = (mode: string) => inPage<void>(`__web.wx.network('${mode}')`);

/** Calls the tally by wx.cloud; the answer or the failure. */
const tally = (input: object) =>
  lin.wx<WxAnswer & { result: { count: number; openid: string } }>('cloud.callFunction', {
    name: 'tally',
    data: input,
  });

const arrivals = async (key: string) => (await tally({ key, isReading: true })).result.count;

/** What the cloud has at a file id, read by the cloud's own SDK. */
async function inCloud(fileID: string): Promise<Response> {
  const { fileList } = await pages.cloud.sdk().getTempFileURL({ fileList: [fileID] });
  const address = String(fileList[0]?.tempFileURL ?? '');
  return address === '' ? new Response(null, { status: 404 }) : fetch(address);
}

/** Puts a file of so many bytes on the phone; answers its path. */
async function aFile(name: string, bytes: number): Promise<string> {
  const filePath = `wxfile://usr/${name}`;
  await lin.file('writeFile', { filePath, data: 'x'.repeat(bytes) });
  return filePath;
}

describe('the cloud', () => {
  journey('a function answers, and knows who asks', async () => {
    const answer = await tally({ key: 'who' });
    expect(answer).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { count: 1, openid: OPENID },
    });
  });

  journey('what the cloud refuses fails with errCode and its own words', async () => {
    const missing = await lin.wx('cloud.callFunction', { name: 'none' });
    expect(missing.errCode).toBe(-501000);
    expect(missing.errMsg).toMatch(/^cloud\.callFunction:fail .*FUNCTION_NOT_FOUND/);
    const hidden = await lin.wx('cloud.callFunction', { name: 'hidden' });
    expect(hidden.errMsg).toMatch(/FUNCTIONS_PERMISSION_DENIED/);
    const broken = await tally({ isFailing: true });
    expect(broken.errCode).toBe(-504002);
    expect(broken.errMsg).toMatch(/the tally is broken/);
    const large = await tally({ key: 'x'.repeat(120 * 1024) });
    expect(large.errMsg).toMatch(/EXCEED_MAX_PAYLOAD_SIZE/);
  });

  journey('a file is uploaded with progress, and lies in the cloud', async () => {
    const filePath = await aFile('photo.jpg', 300_000);
    const cloudPath = `incoming/${OPENID}/照片 1.jpg`;
    const answer = await inPage<{ result: WxAnswer; progress: number[] }>(`new Promise((done) => {
      const progress = [];
      const task = wx.cloud.uploadFile({
        cloudPath: '${cloudPath}',
        filePath: '${filePath}',
        complete: (result) => done({ result, progress }),
      });
      task.onProgressUpdate((now) => progress.push(now.progress));
    })`);
    expect(answer.result.errMsg).toBe('cloud.uploadFile:ok');
    expect(answer.result.fileID).toMatch(/^cloud:\/\/.+照片 1\.jpg$/);
    expect(answer.progress.at(-1)).toBe(100);
    const stored = await inCloud(String(answer.result.fileID));
    expect((await stored.arrayBuffer()).byteLength).toBe(300_000);
  });

  journey('an upload that is aborted fails with abort and leaves nothing', async () => {
    const filePath = 'wxfile://usr/long.mp4';
    // Long enough that the first progress comes before the end.
    await inPage(`new Promise((success, fail) => wx.getFileSystemManager().writeFile({
      filePath: '${filePath}', data: new ArrayBuffer(60_000_000), success, fail }))`);
    const cloudPath = `incoming/${OPENID}/long.mp4`;
    const failure = await inPage<WxAnswer>(`new Promise((done) => {
      const option = { cloudPath: '${cloudPath}', filePath: '${filePath}', complete: done };
      const task = wx.cloud.uploadFile(option);
      task.onProgressUpdate(({ progress }) => progress < 100 && task.abort());
    })`);
    expect(failure.errMsg).toBe('cloud.uploadFile:fail abort');
    const { fileID } = await lin.wx('cloud.uploadFile', {
      cloudPath: `incoming/${OPENID}/short.txt`,
      filePath: await aFile('short.txt', 1),
    });
    expect((await inCloud(String(fileID))).status).toBe(200);
    expect((await inCloud(String(fileID).replace('short.txt', 'long.mp4'))).status).toBe(404);
  });

  journey('a phone may not upload to a place that is not its own', async () => {
    const filePath = await aFile('x.txt', 1);
    const cloudPath = 'incoming/openid-zhou/x.txt';
    const answer = await lin.wx('cloud.uploadFile', { cloudPath, filePath });
    expect(answer.errMsg).toMatch(/STORAGE_EXCEED_AUTHORITY/);
  });

  journey('a phone is given no temporary address and may delete nothing', async () => {
    const fileID = 'cloud://local-env/stories/x.jpg';
    const { fileList } = await lin.wx('cloud.getTempFileURL', { fileList: [fileID] });
    expect(fileList).toMatchObject([{ fileID, tempFileURL: '' }]);
    const deleted = await lin.wx('cloud.deleteFile', { fileList: [fileID] });
    expect(deleted.fileList).toMatchObject([{ errMsg: 'STORAGE_EXCEED_AUTHORITY' }]);
  });
});

describe('the telephone number', () => {
  journey('its button gives a code for a persona, and is refused for a visitor', async () => {
    await pages.cloud.control('identity', 'add', { openid: OPENID, name: '林' });
    await lin.page.getByText('getPhoneNumber', { exact: true }).tap();
    await lin.page.getByText('"errMsg":"getPhoneNumber:ok","code":').waitFor();
    const visitor = await phone(browser);
    await pages.open(visitor);
    await visitor.page.getByText('getPhoneNumber', { exact: true }).tap();
    await visitor.page.getByText('getPhoneNumber:fail user deny').waitFor();
    await visitor.close();
  });
});

describe('the line', () => {
  journey('offline, nothing reaches the cloud and the call fails at once', async () => {
    await network('offline');
    const failure = await tally({ key: 'offline' });
    expect(failure.errMsg).toMatch(/^cloud\.callFunction:fail .*ERR_INTERNET_DISCONNECTED/);
    expect(await lin.wx('getNetworkType')).toMatchObject({ networkType: 'none' });
    await network('online');
    expect(await arrivals('offline')).toBe(0);
  });

  journey('a lost answer fails although the request has reached the cloud, once only', async () => {
    await network('drops-next-answer');
    const failure = await tally({ key: 'lost' });
    expect(failure.errMsg).toMatch(/^cloud\.callFunction:fail/);
    expect(await arrivals('lost')).toBe(1);
    expect((await tally({ key: 'lost' })).result.count).toBe(2);
  });

  journey('a line cut in the middle of an upload fails it, and leaves nothing', async () => {
    const filePath = 'wxfile://usr/cut.mp4';
    await inPage(`new Promise((success, fail) => wx.getFileSystemManager().writeFile({
      filePath: '${filePath}', data: new ArrayBuffer(60_000_000), success, fail }))`);
    const cloudPath = `incoming/${OPENID}/cut.mp4`;
    const failure = await inPage<WxAnswer>(`new Promise((complete) => {
      wx.cloud.uploadFile({ cloudPath: '${cloudPath}', filePath: '${filePath}', complete })
        .onProgressUpdate(({ progress }) => progress < 100 && __web.wx.network('offline'));
    })`);
    expect(failure.errMsg).toMatch(/^cloud\.uploadFile:fail .*ERR_INTERNET_DISCONNECTED/);
    await network('online');
    const { fileID } = await lin.wx('cloud.uploadFile', {
      cloudPath: `incoming/${OPENID}/after.txt`,
      filePath: await aFile('after.txt', 1),
    });
    expect((await inCloud(String(fileID).replace('after.txt', 'cut.mp4'))).status).toBe(404);
  });

  journey('a lost answer of an upload leaves the file in the cloud', async () => {
    const filePath = await aFile('lost.txt', 10);
    await network('drops-next-answer');
    const option = { cloudPath: `incoming/${OPENID}/lost.txt`, filePath };
    expect((await lin.wx('cloud.uploadFile', option)).errMsg).toMatch(/^cloud\.uploadFile:fail/);
    expect((await lin.wx('cloud.uploadFile', option)).errMsg).toBe('cloud.uploadFile:ok');
  });

  journey('answers twice: the request reaches the cloud twice and answers once', async () => {
    await network('answers-twice');
    expect((await tally({ key: 'twice' })).result.count).toBe(2);
    expect(await arrivals('twice')).toBe(2);
  });

  journey('a weak line is slow, loses every third request, and is told', async () => {
    const heard = inPage(`new Promise((done) => wx.onNetworkWeakChange(done))`);
    await network('weak');
    expect(await heard).toEqual({ weakNet: true, networkType: '3g' });
    const answers = [];
    for (let round = 0; round < 3; round += 1) answers.push(await tally({ key: 'weak' }));
    expect(answers.filter(({ errMsg }) => errMsg === 'cloud.callFunction:ok')).toHaveLength(2);
    expect(answers.filter(({ errno }) => errno === 5)).toHaveLength(1);
    await network('online');
    expect(await arrivals('weak')).toBe(2);
  });

  journey('the stage changes the network, and the mini-program hears of it', async () => {
    const heard = inPage(`new Promise((done) => {
      wx.onNetworkStatusChange(done);
      window.postMessage({ kind: 'network', mode: 'offline' }, location.origin);
    })`);
    expect(await heard).toEqual({ isConnected: false, networkType: 'none' });
  });

  journey('at most ten requests are under way at once', async () => {
    let running = 0;
    let most = 0;
    await lin.page.route('**/slow/**', async (route) => {
      most = Math.max(most, ++running);
      await lin.page.evaluate('new Promise((go) => setTimeout(go, 20))');
      running -= 1;
      const headers = { 'access-control-allow-origin': '*' };
      await route.fulfill({ status: 200, body: '{"ok":true}', headers });
    });
    const answers = await inPage<{ statusCode: number; data: unknown }[]>(`Promise.all(
      Array.from({ length: 25 }, (_, n) => new Promise((success, fail) =>
        wx.request({ url: location.origin + '/slow/' + n, success, fail }))))`);
    expect(answers).toHaveLength(25);
    expect(answers[0]).toMatchObject({ statusCode: 200, data: { ok: true } });
    expect(most).toBe(10);
  });
});

describe('request, upload and download to any address', () => {
  journey('request sends JSON, answers any status, and can be aborted', async () => {
    await lin.page.route('**/anywhere', (route) =>
      route.fulfill({
        status: 404,
        headers: { 'access-control-allow-origin': '*', 'x-told': 'yes' },
        body: JSON.stringify({ got: route.request().postDataJSON() as unknown }),
      }),
    );
    const answer = await inPage(`new Promise((success, fail) => wx.request({
      url: location.origin + '/anywhere', method: 'POST', data: { a: 1 }, success, fail }))`);
    expect(answer).toMatchObject({
      statusCode: 404,
      data: { got: { a: 1 } },
      errMsg: 'request:ok',
    });
    const aborted = await inPage<WxAnswer>(`new Promise((fail) => {
      wx.request({ url: location.origin + '/anywhere', fail }).abort();
    })`);
    expect(aborted.errMsg).toBe('request:fail abort');
  });

  journey('a file goes up as a form and comes down as a temporary file', async () => {
    let body = '';
    await lin.page.route('**/form', async (route) => {
      body = route.request().postData() ?? '';
      await route.fulfill({ status: 200, body: 'stored' });
    });
    const filePath = await aFile('form.txt', 3);
    const sent = await inPage<WxAnswer>(`new Promise((complete) => wx.uploadFile({
      url: location.origin + '/form', filePath: '${filePath}', name: 'file',
      formData: { note: 'n' }, complete }))`);
    expect(sent).toMatchObject({ statusCode: 200, data: 'stored' });
    expect(body).toContain('name="note"');
    expect(body).toContain('filename="form.txt"');
    const got = await inPage<WxAnswer>(`new Promise((complete) => wx.downloadFile({
      url: new URL('./assets/note.txt', location.href).href, complete }))`);
    const read = await lin.file('readFile', { filePath: got.tempFilePath, encoding: 'utf8' });
    expect(read.data).toBe('from the package\n');
  });
});

describe('scanning', () => {
  journey('a code is read from a picture', async () => {
    const scanning = lin.wx('scanCode', {});
    const chooser = lin.page.waitForEvent('filechooser');
    await lin.page.getByRole('button', { name: '选择图片' }).tap();
    await (await chooser).setFiles(path.join(sample, 'assets/code.png'));
    expect(await scanning).toMatchObject({
      result: 'https://example.org/?u=乡讯',
      scanType: 'QR_CODE',
    });
  });

  journey('a code can be typed, and a scan left', async () => {
    const scanning = lin.wx('scanCode', {});
    await lin.page.getByPlaceholder('码的内容').fill('typed');
    await lin.page.getByRole('button', { name: '确定' }).tap();
    expect(await scanning).toMatchObject({ result: 'typed' });
    const left = lin.wx('scanCode', {});
    await lin.page.getByRole('button', { name: '取消' }).tap();
    expect(await left).toEqual({ errMsg: 'scanCode:fail cancel' });
  });
});
