import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { BUFFER_BYTES } from '../../../local/cloud/storage/buffers';
import { sendAndCut } from '../../support/cloud/raw-request';
import { startStorage } from '../../support/cloud/storage';
import { until } from '../../support/until';

describe('storage through the SDK and over HTTP', () => {
  let storage: Awaited<ReturnType<typeof startStorage>>;

  beforeEach(async () => {
    storage = await startStorage();
  });
  afterEach(() => storage.end());

  test.each([
    'a.jpg',
    '稿件/照片 1.jpg',
    'a/100%.txt',
    'a/b#c?d.txt',
    "x/it's & more+.bin",
    '😀.png',
  ])('what is uploaded as %s is downloaded again', async (cloudPath) => {
    const { fileID } = await storage.upload(cloudPath, 'hello');
    expect(fileID).toBe(`cloud://local-env.6c6f-local-env-1250000000/${cloudPath}`);
    const { fileContent } = await storage.app.downloadFile({ fileID });
    expect(fileContent?.toString()).toBe('hello');
    const plain = await fetch(await storage.urlOf(fileID));
    expect(await plain.text()).toBe('hello');
  });

  test('getFileInfo tells size and type', async () => {
    const { fileID } = await storage.upload('a/b.jpg', 'hello');
    const { fileList } = await storage.app.getFileInfo({ fileList: [{ fileID, maxAge: 600 }] });
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
    await expect(storage.app.getUploadMetadata({ cloudPath })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringMatching(words),
    });
  });

  test('a path of 850 bytes is stored', async () => {
    const { fileID } = await storage.upload('a'.repeat(850), 'long');
    expect(await (await fetch(await storage.urlOf(fileID))).text()).toBe('long');
  });

  describe('upload authorization', () => {
    const put = (url: string, authorization: string, body = 'x') =>
      fetch(url, { method: 'PUT', headers: { authorization }, body });

    test('an upload without or with a forged signature is refused in XML', async () => {
      const { url, authorization } = await storage.metadata('a.txt');
      const forged = authorization.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      for (const wrong of ['', 'q-signature=', forged]) {
        const answer = await put(url, wrong);
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
      }
      expect(storage.blobs()).toEqual([]);
    });

    test('a signature for one path opens no other', async () => {
      const { url, authorization } = await storage.metadata('a.txt');
      expect((await put(url.replace('a.txt', 'b.txt'), authorization)).status).toBe(403);
    });

    test('a signature for reading does not open writing', async () => {
      const { fileID } = await storage.upload('a.txt', 'old');
      const { searchParams } = new URL(await storage.urlOf(fileID));
      const authorization = `q-sign-time=0;${searchParams.get('t')}&q-signature=${searchParams.get('sign')}`;
      const answer = await put(`${storage.served.base}/cos/a.txt`, authorization);
      expect(answer.status).toBe(403);
    });

    test('an authorization expires by the clock of the cloud', async () => {
      const { url, authorization } = await storage.metadata('a.txt');
      await storage.served.context.clock.advance(15 * 60_000 + 1_000);
      const answer = await put(url, authorization);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Request has expired');
    });

    test('a path that leads out of the store is refused', async () => {
      const { authorization } = await storage.metadata('a.txt');
      const answer = await put(`${storage.served.base}/cos/..%2f..%2fa.txt`, authorization);
      expect(answer.status).toBe(403);
    });

    test('an answer to an upload that went wrong never has an empty body', async () => {
      const { url } = await storage.metadata('a.txt');
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await fetch(url, { method });
        expect([answer.status, (await answer.text()).startsWith('<?xml')]).toEqual([405, true]);
      }
    });

    test('a body that does not match its Content-MD5 is not stored', async () => {
      const { url, authorization } = await storage.metadata('a.txt');
      const headers = { authorization, 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' };
      const answer = await fetch(url, { method: 'PUT', headers, body: 'x' });
      expect([answer.status, storage.blobs()]).toEqual([400, []]);
    });
  });

  describe('copy and delete', () => {
    test('a copy outlives its source, and a move leaves none', async () => {
      const { fileID } = await storage.upload('incoming/a.txt', 'hello');
      const copied = await storage.app.copyFile({
        fileList: [{ srcPath: 'incoming/a.txt', dstPath: 'stories/a.txt' }],
      });
      const copyId = copied.fileList[0]?.fileId ?? '';
      await storage.app.deleteFile({ fileList: [fileID] });
      expect(await (await fetch(await storage.urlOf(copyId))).text()).toBe('hello');
      await storage.app.copyFile({
        fileList: [{ srcPath: 'stories/a.txt', dstPath: 'kept/a.txt', removeOriginal: true }],
      });
      const { fileList } = await storage.app.getTempFileURL({ fileList: [copyId] });
      expect([fileList[0]?.code, storage.blobs().length]).toEqual(['STORAGE_FILE_NONEXIST', 1]);
    });

    test('each copy of a batch tells its own failure', async () => {
      await storage.upload('a/x.txt', 'one');
      await storage.upload('b/x.txt', 'two');
      const { fileList } = await storage.app.copyFile({
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
      const { fileID } = await storage.upload('a.txt', 'hello');
      const { fileList } = await storage.app.deleteFile({ fileList: [fileID, fileID] });
      expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST']);
      expect(storage.blobs()).toEqual([]);
    });

    test('more than 50 files in one request are refused', async () => {
      const fileList = Array.from({ length: 51 }, (_, at) => `cloud://x/${at}`);
      const refused = { code: 'INVALID_PARAM' };
      await expect(storage.app.deleteFile({ fileList })).rejects.toMatchObject(refused);
      await expect(storage.app.getTempFileURL({ fileList })).rejects.toMatchObject(refused);
    });
  });

  describe('faults', () => {
    test.each(['ENOSPC', 'EDQUOT', 'EIO'])(
      'a disk that fails with %s refuses the upload and keeps the earlier file',
      async (code) => {
        const { fileID } = await storage.upload('a.txt', 'earlier');
        await storage.control('failWrites', { code, afterBytes: 10 });
        await expect(storage.upload('a.txt', 'x'.repeat(100_000))).rejects.toMatchObject({
          code: 'STORAGE_REQUEST_FAIL',
          message: expect.stringMatching(code),
        });
        expect(storage.blobs().length).toBe(1);
        await storage.control('failWrites', {});
        expect(await (await fetch(await storage.urlOf(fileID))).text()).toBe('earlier');
        await storage.upload('a.txt', 'later');
        expect(await (await fetch(await storage.urlOf(fileID))).text()).toBe('later');
      },
    );

    test('an upload cut off half-way leaves nothing', async () => {
      const { url, authorization } = await storage.metadata('a.txt');
      const head = `PUT ${new URL(url).pathname} HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
      const rest = `authorization: ${authorization}\r\ncontent-length: 100\r\n\r\n`;
      await sendAndCut(storage.served.base, head + rest, 'only these');
      const chunked = `authorization: ${authorization}\r\ntransfer-encoding: chunked\r\n\r\n`;
      await sendAndCut(storage.served.base, head + chunked, '5\r\nhello\r\n');
      await until(() => storage.blobs().length === 0);
      expect((await storage.control('describe', { path: 'a.txt' })).status).toBe(404);
    });

    test('of uploads to one path at once, one wins whole and the others leave nothing', async () => {
      const texts = Array.from({ length: 8 }, (_, at) => String(at).repeat(200_000));
      const uploaded = await Promise.all(texts.map((text) => storage.upload('same.txt', text)));
      const stored = await (await fetch(await storage.urlOf(uploaded[0]?.fileID ?? ''))).text();
      expect(texts).toContain(stored);
      expect(storage.blobs().length).toBe(1);
    });

    test('files that wait for a slow reader keep their bytes while others are read', async () => {
      const { base } = storage.served;
      // Below, at and above what fits into one buffer.
      const lengths = [1, 300_000, BUFFER_BYTES - 1, BUFFER_BYTES, BUFFER_BYTES + 1, 1_200_000];
      const texts = [...lengths, ...lengths].map((length, at) =>
        'abcdefghijkl'[at]?.repeat(length),
      );
      const urls = await Promise.all(
        texts.map(async (text = '', at) =>
          storage.urlOf((await storage.upload(`${at}.txt`, text)).fileID),
        ),
      );
      const asked = urls.map((url, at) => {
        const end = at === urls.length - 1 ? 'Connection: close\r\n' : '';
        return `GET ${url.slice(base.length)} HTTP/1.1\r\nHost: ${new URL(base).host}\r\n${end}\r\n`;
      });
      const slow = net.connect(Number(new URL(base).port), '127.0.0.1').pause();
      slow.write(asked.join(''));
      await sendAndCut(base, ...asked);
      const others = await Promise.all([...urls, ...urls].map(async (url) => fetch(url)));
      const read = await Promise.all(others.map((answer) => answer.text()));
      const waited = await textOf(slow);
      // Not compared by `expect`, which would print megabytes.
      expect(read.every((text, at) => text === texts[at % texts.length])).toBe(true);
      expect(texts.filter((text = '') => !waited.includes(`\r\n\r\n${text}`))).toEqual([]);
    });

    test('a malformed request is answered in words', async () => {
      const post = (body: object) =>
        fetch(`${storage.served.base}/admin`, { method: 'POST', body: JSON.stringify(body) });
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
    const { fileID } = await storage.upload('a.txt', 'hello');
    const { pathname, search } = new URL(await storage.urlOf(fileID));
    await storage.served.stop();
    const folder = path.join(storage.served.context.dataDir, 'storage/blobs');
    fs.writeFileSync(path.join(folder, 'half.part'), 'half');
    fs.writeFileSync(path.join(folder, 'nobodys'), 'renamed, but never in the catalog');
    storage = await startStorage(storage.served);
    expect(await (await fetch(storage.served.base + pathname + search)).text()).toBe('hello');
    expect(storage.blobs().length).toBe(1);
  });

  test('after a reset nothing is left, and it works on', async () => {
    const { fileID } = await storage.upload('a.txt', 'hello');
    const url = await storage.urlOf(fileID);
    await fetch(`${storage.served.base}/control/reset`, { method: 'POST' });
    expect([(await fetch(url)).status, storage.blobs()]).toEqual([403, []]);
    await storage.upload('a.txt', 'again');
    expect(await (await fetch(await storage.urlOf(fileID))).text()).toBe('again');
  });
});
