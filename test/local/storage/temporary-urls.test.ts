import { startStorage } from '../../support/cloud/storage';

describe('temporary addresses', () => {
  let storage: Awaited<ReturnType<typeof startStorage>>;

  beforeEach(async () => {
    storage = await startStorage();
  });
  afterEach(() => storage.end());

  test('one works for as long as was asked and not longer', async () => {
    const { fileID } = await storage.upload('a.txt', 'hello');
    const url = await storage.urlOf(fileID, 3_600);
    await storage.served.context.clock.advance(3_599_000);
    expect((await fetch(url)).status).toBe(200);
    await storage.served.context.clock.advance(2_000);
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
    const { fileID } = await storage.upload('a.txt', 'hello');
    const wanted = maxAge === undefined ? fileID : { fileID, maxAge };
    const { fileList } = await storage.app.getTempFileURL({ fileList: [wanted] });
    const expiresAt = Number(new URL(fileList[0]?.tempFileURL ?? '').searchParams.get('t'));
    expect(expiresAt - storage.served.context.clock.now() / 1000).toBe(seconds);
  });

  test.each([0, -1, 1.5, '600'])('max age %p is refused', async (maxAge) => {
    const { fileID } = await storage.upload('a.txt', 'hello');
    // The SDK passes on what its types forbid.
    const fileList = [{ fileID, maxAge: maxAge as number }];
    await expect(storage.app.getTempFileURL({ fileList })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test('a changed signature, time or path is refused', async () => {
    const { fileID } = await storage.upload('a.txt', 'hello');
    await storage.upload('b.txt', 'other');
    const url = await storage.urlOf(fileID);
    const changed = [
      url.replace('a.txt', 'b.txt'),
      url.replace(/t=\d+$/, (t) => `${t}0`),
      url.replace(/sign=./, 'sign='),
      `${storage.served.base}/files/a.txt`,
    ];
    for (const address of changed) expect((await fetch(address)).status).toBe(403);
  });

  test('a file that is gone, or never was, has a code of its own in the list', async () => {
    const { fileID } = await storage.upload('a.txt', 'hello');
    const missing = fileID.replace('a.txt', 'b.txt');
    const { fileList } = await storage.app.getTempFileURL({
      fileList: [fileID, missing, 'cloud://x/a'],
    });
    expect(fileList.map(({ code }) => code)).toEqual([
      'SUCCESS',
      'STORAGE_FILE_NONEXIST',
      'STORAGE_FILE_NONEXIST',
    ]);
    const url = await storage.urlOf(fileID);
    await storage.app.deleteFile({ fileList: [fileID] });
    expect((await fetch(url)).status).toBe(404);
  });

  test.each([
    ['bytes=0-1', 206, 'he', 'bytes 0-1/5'],
    ['bytes=3-', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=-2', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=2-99', 206, 'llo', 'bytes 2-4/5'],
    ['bytes=9-', 416, undefined, 'bytes */5'],
  ])('the range %s is answered with %i', async (range, status, text, contentRange) => {
    const { fileID } = await storage.upload('a.txt', 'hello');
    const answer = await fetch(await storage.urlOf(fileID), { headers: { range } });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
    const body = await answer.text();
    if (text !== undefined) expect(body).toBe(text);
  });

  test('HEAD answers size, type and md5 without a body', async () => {
    const { fileID } = await storage.upload('a.png', 'hello');
    const answer = await fetch(await storage.urlOf(fileID), { method: 'HEAD' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': '5',
      'content-type': 'image/png',
      etag: '"5d41402abc4b2a76b9719d911017c592"',
    });
    expect(await answer.text()).toBe('');
  });
});
