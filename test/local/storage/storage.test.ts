import fs from 'node:fs';
import path from 'node:path';
import type { Service } from '../../../local/cloud/service';
import { createStorage } from '../../../local/cloud/storage';
import { sendAndCut } from '../../support/raw-request';
import { openLocalApp } from '../../support/sdk';
import { serve } from '../../support/served';
import type { Served } from '../../support/served';
import { until } from '../../support/until';

const storageOnly = (context: Parameters<typeof createStorage>[0]): Service[] => [
  createStorage(context),
];

describe('storage through the SDK and over HTTP', () => {
  let served: Served;
  let app: ReturnType<typeof openLocalApp>;

  beforeEach(async () => {
    served = await serve(storageOnly);
    app = openLocalApp(served.base);
  });
  afterEach(async () => {
    await served.stop();
    served.context.removeFolder();
  });

  const upload = (cloudPath: string, text: string) =>
    app.uploadFile({ cloudPath, fileContent: Buffer.from(text) });
  const urlOf = async (fileID: string, maxAge = 600) => {
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
    return fileList[0]?.tempFileURL ?? '';
  };
  const blobs = () => fs.readdirSync(path.join(served.context.dataDir, 'storage/blobs'));
  const control = (command: string, input: object) =>
    fetch(`${served.base}/control/storage/${command}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
  async function metadata(cloudPath: string) {
    const answer = await app.getUploadMetadata({ cloudPath });
    return answer.data;
  }

  test.each([
    'a.jpg',
    '稿件/照片 1.jpg',
    'a/100%.txt',
    'a/b#c?d.txt',
    "x/it's & more+.bin",
    '😀.png',
  ])('what is uploaded as %s is downloaded again', async (cloudPath) => {
    const { fileID } = await upload(cloudPath, 'hello');
    expect(fileID).toBe(`cloud://local-env.6c6f-local-env-1250000000/${cloudPath}`);
    const { fileContent } = await app.downloadFile({ fileID });
    expect(fileContent?.toString()).toBe('hello');
    const plain = await fetch(await urlOf(fileID));
    expect(await plain.text()).toBe('hello');
  });

  test('getFileInfo tells size and type', async () => {
    const { fileID } = await upload('a/b.jpg', 'hello');
    const { fileList } = await app.getFileInfo({ fileList: [{ fileID, maxAge: 600 }] });
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 5, mime: 'image/jpeg' });
  });

  test.each([
    ['', /not empty/],
    ['/a.jpg', /start with/],
    ['a/', /end with/],
    ['a//b.jpg', /"\/\/"/],
    ['a/../b.jpg', /"\.\."/],
    ['..', /"\.\."/],
    ['a/./b.jpg', /"\."/],
    ['a\\b.jpg', /backslash/],
    ['a\u0000b', /control/],
    ['a\u001bb', /control/],
    ['a\ud800b', /Unicode/],
    ['好'.repeat(284), /850 bytes/],
  ])('the path %j is refused', async (cloudPath, words) => {
    await expect(app.getUploadMetadata({ cloudPath })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringMatching(words),
    });
  });

  test('a path of 850 bytes is stored', async () => {
    const { fileID } = await upload('a'.repeat(850), 'long');
    expect(await (await fetch(await urlOf(fileID))).text()).toBe('long');
  });

  describe('upload authorization', () => {
    const put = (url: string, authorization: string, body = 'x') =>
      fetch(url, { method: 'PUT', headers: { authorization }, body });

    test('an upload without or with a forged signature is refused in XML', async () => {
      const { url, authorization } = await metadata('a.txt');
      const forged = authorization.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      for (const wrong of ['', 'q-signature=', forged]) {
        const answer = await put(url, wrong);
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
      }
      expect(blobs()).toEqual([]);
    });

    test('a signature for one path opens no other', async () => {
      const { url, authorization } = await metadata('a.txt');
      expect((await put(url.replace('a.txt', 'b.txt'), authorization)).status).toBe(403);
    });

    test('a signature for reading does not open writing', async () => {
      const { fileID } = await upload('a.txt', 'old');
      const { searchParams } = new URL(await urlOf(fileID));
      const authorization = `q-sign-time=0;${searchParams.get('t')}&q-signature=${searchParams.get('sign')}`;
      const answer = await put(`${served.base}/cos/a.txt`, authorization);
      expect(answer.status).toBe(403);
    });

    test('an authorization expires by the clock of the cloud', async () => {
      const { url, authorization } = await metadata('a.txt');
      await served.context.clock.advance(15 * 60_000 + 1_000);
      const answer = await put(url, authorization);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Request has expired');
    });

    test('a path that leads out of the store is refused', async () => {
      const { authorization } = await metadata('a.txt');
      const answer = await put(`${served.base}/cos/..%2f..%2fa.txt`, authorization);
      expect(answer.status).toBe(403);
    });

    test('an answer to an upload that went wrong never has an empty body', async () => {
      const { url } = await metadata('a.txt');
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await fetch(url, { method });
        expect([answer.status, (await answer.text()).startsWith('<?xml')]).toEqual([405, true]);
      }
    });

    test('a body that does not match its Content-MD5 is not stored', async () => {
      const { url, authorization } = await metadata('a.txt');
      const headers = { authorization, 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' };
      const answer = await fetch(url, { method: 'PUT', headers, body: 'x' });
      expect([answer.status, blobs()]).toEqual([400, []]);
    });
  });

  describe('temporary addresses', () => {
    test('one works for as long as was asked and not longer', async () => {
      const { fileID } = await upload('a.txt', 'hello');
      const url = await urlOf(fileID, 3_600);
      await served.context.clock.advance(3_599_000);
      expect((await fetch(url)).status).toBe(200);
      await served.context.clock.advance(2_000);
      const late = await fetch(url);
      expect(late.status).toBe(403);
      expect(await late.text()).toContain('<Code>AccessDenied</Code>');
    });

    test.each([
      [undefined, 600],
      [60, 60],
      [86_400, 86_400],
      [999_999, 86_400],
    ])('with max age %p it lives %p seconds', async (maxAge, seconds) => {
      const { fileID } = await upload('a.txt', 'hello');
      const wanted = maxAge === undefined ? fileID : { fileID, maxAge };
      const { fileList } = await app.getTempFileURL({ fileList: [wanted] });
      const expiresAt = Number(new URL(fileList[0]?.tempFileURL ?? '').searchParams.get('t'));
      expect(expiresAt - served.context.clock.now() / 1000).toBe(seconds);
    });

    test.each([0, -1, 1.5, '600'])('max age %p is refused', async (maxAge) => {
      const { fileID } = await upload('a.txt', 'hello');
      // The SDK passes on what its types forbid.
      const fileList = [{ fileID, maxAge: maxAge as number }];
      await expect(app.getTempFileURL({ fileList })).rejects.toMatchObject({
        code: 'INVALID_PARAM',
      });
    });

    test('a changed signature, time or path is refused', async () => {
      const { fileID } = await upload('a.txt', 'hello');
      await upload('b.txt', 'other');
      const url = await urlOf(fileID);
      const changed = [
        url.replace('a.txt', 'b.txt'),
        url.replace(/t=\d+$/, (t) => `${t}0`),
        url.replace(/sign=./, 'sign='),
        `${served.base}/files/a.txt`,
      ];
      for (const address of changed) expect((await fetch(address)).status).toBe(403);
    });

    test('a file that is gone, or never was, has a code of its own in the list', async () => {
      const { fileID } = await upload('a.txt', 'hello');
      const missing = fileID.replace('a.txt', 'b.txt');
      const { fileList } = await app.getTempFileURL({ fileList: [fileID, missing, 'cloud://x/a'] });
      expect(fileList.map(({ code }) => code)).toEqual([
        'SUCCESS',
        'STORAGE_FILE_NONEXIST',
        'STORAGE_FILE_NONEXIST',
      ]);
      const url = await urlOf(fileID);
      await app.deleteFile({ fileList: [fileID] });
      expect((await fetch(url)).status).toBe(404);
    });

    test.each([
      ['bytes=0-1', 206, 'he', 'bytes 0-1/5'],
      ['bytes=3-', 206, 'lo', 'bytes 3-4/5'],
      ['bytes=-2', 206, 'lo', 'bytes 3-4/5'],
      ['bytes=2-99', 206, 'llo', 'bytes 2-4/5'],
      ['bytes=9-', 416, undefined, 'bytes */5'],
    ])('the range %s is answered with %i', async (range, status, text, contentRange) => {
      const { fileID } = await upload('a.txt', 'hello');
      const answer = await fetch(await urlOf(fileID), { headers: { range } });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
      const body = await answer.text();
      if (text !== undefined) expect(body).toBe(text);
    });

    test('HEAD answers size, type and md5 without a body', async () => {
      const { fileID } = await upload('a.png', 'hello');
      const answer = await fetch(await urlOf(fileID), { method: 'HEAD' });
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-length': '5',
        'content-type': 'image/png',
        etag: '"5d41402abc4b2a76b9719d911017c592"',
      });
      expect(await answer.text()).toBe('');
    });
  });

  describe('copy and delete', () => {
    test('a copy outlives its source, and a move leaves none', async () => {
      const { fileID } = await upload('incoming/a.txt', 'hello');
      const copied = await app.copyFile({
        fileList: [{ srcPath: 'incoming/a.txt', dstPath: 'stories/a.txt' }],
      });
      const copyId = copied.fileList[0]?.fileId ?? '';
      await app.deleteFile({ fileList: [fileID] });
      expect(await (await fetch(await urlOf(copyId))).text()).toBe('hello');
      await app.copyFile({
        fileList: [{ srcPath: 'stories/a.txt', dstPath: 'kept/a.txt', removeOriginal: true }],
      });
      const { fileList } = await app.getTempFileURL({ fileList: [copyId] });
      expect([fileList[0]?.code, blobs().length]).toEqual(['STORAGE_FILE_NONEXIST', 1]);
    });

    test('each copy of a batch tells its own failure', async () => {
      await upload('a/x.txt', 'one');
      await upload('b/x.txt', 'two');
      const { fileList } = await app.copyFile({
        fileList: [
          { srcPath: 'a/x.txt', dstPath: 'b/x.txt', overwrite: false },
          { srcPath: 'a/nothing.txt', dstPath: 'b/nothing.txt' },
          { srcPath: 'a/x.txt', dstPath: 'a/../x.txt' },
          { srcPath: 'a/x.txt', dstPath: 'c/x.txt' },
        ],
      });
      expect(fileList.map(({ code }) => code)).toEqual([
        'STORAGE_FILE_EXIST',
        'STORAGE_FILE_NONEXIST',
        'INVALID_PARAM',
        undefined,
      ]);
    });

    test('deleting tells which files were there, and frees their bytes', async () => {
      const { fileID } = await upload('a.txt', 'hello');
      const { fileList } = await app.deleteFile({ fileList: [fileID, fileID] });
      expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST']);
      expect(blobs()).toEqual([]);
    });

    test('more than 50 files in one request are refused', async () => {
      const fileList = Array.from({ length: 51 }, (_, at) => `cloud://x/${at}`);
      const refused = { code: 'INVALID_PARAM' };
      await expect(app.deleteFile({ fileList })).rejects.toMatchObject(refused);
      await expect(app.getTempFileURL({ fileList })).rejects.toMatchObject(refused);
    });
  });

  describe('faults', () => {
    test.each(['ENOSPC', 'EDQUOT', 'EIO'])(
      'a disk that fails with %s refuses the upload and keeps the earlier file',
      async (code) => {
        const { fileID } = await upload('a.txt', 'earlier');
        await control('failWrites', { code, afterBytes: 10 });
        await expect(upload('a.txt', 'x'.repeat(100_000))).rejects.toMatchObject({
          code: 'STORAGE_REQUEST_FAIL',
          message: expect.stringMatching(code),
        });
        expect(blobs().length).toBe(1);
        await control('failWrites', {});
        expect(await (await fetch(await urlOf(fileID))).text()).toBe('earlier');
        await upload('a.txt', 'later');
        expect(await (await fetch(await urlOf(fileID))).text()).toBe('later');
      },
    );

    test('an upload cut off half-way leaves nothing', async () => {
      const { url, authorization } = await metadata('a.txt');
      const head = `PUT ${new URL(url).pathname} HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
      const rest = `authorization: ${authorization}\r\ncontent-length: 100\r\n\r\n`;
      await sendAndCut(served.base, head + rest, 'only these');
      const chunked = `authorization: ${authorization}\r\ntransfer-encoding: chunked\r\n\r\n`;
      await sendAndCut(served.base, head + chunked, '5\r\nhello\r\n');
      await until(() => blobs().length === 0);
      expect((await control('describe', { path: 'a.txt' })).status).toBe(404);
    });

    test('of uploads to one path at once, one wins whole and the others leave nothing', async () => {
      const texts = Array.from({ length: 8 }, (_, at) => String(at).repeat(200_000));
      const uploaded = await Promise.all(texts.map((text) => upload('same.txt', text)));
      const stored = await (await fetch(await urlOf(uploaded[0]?.fileID ?? ''))).text();
      expect(texts).toContain(stored);
      expect(blobs().length).toBe(1);
    });

    test('a malformed request is answered in words', async () => {
      const post = (body: object) =>
        fetch(`${served.base}/admin`, { method: 'POST', body: JSON.stringify(body) });
      for (const action of [
        { action: 'storage.getUploadMetadata' },
        { action: 'storage.getUploadMetadata', path: 7 },
        { action: 'storage.batchGetDownloadUrl' },
        { action: 'storage.batchDeleteFile', fileid_list: 'cloud://x/y' },
        { action: 'storage.batchCopyFile', file_list: {} },
      ]) {
        expect(await (await post(action)).json()).toMatchObject({ code: 'INVALID_PARAM' });
      }
      const odd = { action: 'storage.batchGetDownloadUrl', file_list: [null, 7, 'x'] };
      expect(await (await post(odd)).json()).toMatchObject({
        data: { download_list: [{ code: 'STORAGE_FILE_NONEXIST' }, {}, {}] },
      });
    });
  });

  test('a restart keeps files and addresses, and sweeps what a crash left', async () => {
    const { fileID } = await upload('a.txt', 'hello');
    const { pathname, search } = new URL(await urlOf(fileID));
    await served.stop();
    const folder = path.join(served.context.dataDir, 'storage/blobs');
    fs.writeFileSync(path.join(folder, 'half.part'), 'half');
    fs.writeFileSync(path.join(folder, 'nobodys'), 'renamed, but never in the catalog');
    served = await serve(storageOnly, served.context);
    expect(await (await fetch(served.base + pathname + search)).text()).toBe('hello');
    expect(blobs().length).toBe(1);
  });

  test('after a reset nothing is left, and it works on', async () => {
    const { fileID } = await upload('a.txt', 'hello');
    const url = await urlOf(fileID);
    await fetch(`${served.base}/control/reset`, { method: 'POST' });
    expect([(await fetch(url)).status, blobs()]).toEqual([403, []]);
    await upload('a.txt', 'again');
    expect(await (await fetch(await urlOf(fileID))).text()).toBe('again');
  });
});
