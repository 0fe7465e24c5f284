import { LIN, startGateway, ZHOU } from '../../support/cloud/gateway';
import { sendAndCut, sendRaw } from '../../support/cloud/raw-request';
import { until } from '../../support/until';

const KB = 1024;

describe('files through the gateway', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>;

  beforeEach(async () => {
    gateway = await startGateway();
  });
  afterEach(() => gateway.end());

  describe('PUT /upload', () => {
    test('stores in the folder of its own openid', async () => {
      const reply = await gateway.put(`incoming/${LIN}/a.jpg`, 'hello', LIN);
      expect(reply.status).toBe(200);
      const fileID = `cloud://local-env.6c6f-local-env-1250000000/incoming/${LIN}/a.jpg`;
      expect(await reply.json()).toEqual({ fileID });
      const described = await fetch(`${gateway.served.base}/control/storage/describe`, {
        ...{ method: 'POST', body: JSON.stringify({ path: `incoming/${LIN}/a.jpg` }) },
      });
      expect(await described.json()).toMatchObject({ openid: LIN, sizeBytes: 5 });
    });

    test.each([
      [`incoming/${ZHOU}/a.jpg`, LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}/a.jpg`, undefined, 403, 'STORAGE_EXCEED_AUTHORITY'],
      ['stories/a.jpg', LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      ['public/a.jpg', LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}`, LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}x/a.jpg`, LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}/%2e%2e/${ZHOU}/a.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}/..%2f${ZHOU}%2fa.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}/%00.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}/%ff.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}//a.jpg`, LIN, 400, 'INVALID_PARAM'],
    ])('to %s by %s is refused', async (cloudPath, openid, status, code) => {
      // fetch would tidy the path, so the bytes are sent as they are.
      const head =
        `PUT /upload/${cloudPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nconnection: close\r\n` +
        `${openid === undefined ? '' : `x-openid: ${openid}\r\n`}content-length: 1\r\n\r\n`;
      const reply = await sendRaw(gateway.served.base, head, 'x');
      expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(reply).toContain(`"code":"${code}"`);
      expect(gateway.blobs()).toEqual([]);
    });

    test('a path sent with real dots is refused and stores nothing', async () => {
      const head =
        `PUT /upload/incoming/${LIN}/../${ZHOU}/a.jpg HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        `connection: close\r\nx-openid: ${LIN}\r\ncontent-length: 1\r\n\r\n`;
      expect(await sendRaw(gateway.served.base, head, 'x')).toMatch(/^HTTP\/1\.1 400 /);
    });

    test('a file of 10 MB passes, one byte more is refused and leaves nothing', async () => {
      const most = Buffer.alloc(10 * KB * KB);
      expect((await gateway.put(`incoming/${LIN}/most.jpg`, most, LIN)).status).toBe(200);
      const more = Buffer.alloc(10 * KB * KB + 1);
      const refused = await gateway.put(`incoming/${LIN}/more.jpg`, more, LIN);
      expect(refused.status).toBe(413);
      expect(await refused.json()).toMatchObject({ code: 'STORAGE_FILE_TOO_LARGE' });
      expect(gateway.blobs().length).toBe(1);
    });

    test('an upload cut off half-way leaves nothing', async () => {
      const head =
        `PUT /upload/incoming/${LIN}/a.jpg HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        `x-openid: ${LIN}\r\ncontent-length: 100\r\n\r\n`;
      await sendAndCut(gateway.served.base, head, 'only these');
      await until(() => gateway.blobs().length === 0);
      expect((await gateway.put(`incoming/${LIN}/a.jpg`, 'whole', LIN)).status).toBe(200);
    });

    test('a full disk is answered in words', async () => {
      await fetch(`${gateway.served.base}/control/storage/failWrites`, {
        ...{ method: 'POST', body: '{"code":"ENOSPC"}' },
      });
      const reply = await gateway.put(`incoming/${LIN}/a.jpg`, 'hello', LIN);
      expect(reply.status).toBe(500);
      expect(await reply.json()).toMatchObject({
        code: 'STORAGE_REQUEST_FAIL',
        message: expect.stringContaining('no space left'),
      });
      expect(gateway.blobs()).toEqual([]);
    });
  });

  describe('POST /temp-urls', () => {
    test('a phone gets no address of what the rules do not let it read', async () => {
      const stored = await gateway.put(`incoming/${LIN}/a.jpg`, 'hello', LIN);
      const { fileID } = (await stored.json()) as { fileID: string };
      const elsewhere = 'cloud://other.env/public/a.jpg';
      const reply = await gateway.temporaryUrls({
        fileList: [fileID, { fileID: elsewhere, maxAge: 60 }],
      });
      expect(await reply.json()).toEqual({
        fileList: [
          { fileID, tempFileURL: '', code: 'STORAGE_EXCEED_AUTHORITY' },
          { fileID: elsewhere, tempFileURL: '', code: 'STORAGE_EXCEED_AUTHORITY' },
        ],
      });
    });

    test('what a rule opens for reading is looked for', async () => {
      const fileID = 'cloud://local-env.6c6f-local-env-1250000000/public/a.jpg';
      const reply = await gateway.temporaryUrls({ fileList: [fileID] });
      expect(await reply.json()).toMatchObject({ fileList: [{ code: 'STORAGE_FILE_NONEXIST' }] });
    });

    test.each([{}, { fileList: 'x' }, { fileList: [7] }, { fileList: [{ fileID: 1 }] }])(
      'the body %j is refused',
      async (body) => {
        expect((await gateway.temporaryUrls(body)).status).toBe(400);
      },
    );
  });
});
