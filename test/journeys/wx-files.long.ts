import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { journey, untilReady, type Pages } from '../support/browser/pages';
import { aJpeg, aPng } from '../support/browser/pictures';
import { phone, type Phone } from '../support/browser/phone';

const appDir = path.resolve(__dirname, '../samples/wx');

let browser: Browser;
let pages: Pages;
let lin: Phone;

beforeJourneys(
  (started) => {
    ({ browser, pages } = started);
  },
  { appDir, cloud: {} },
);

beforeEach(async () => {
  lin = await phone(browser, { openid: 'openid-lin' });
  await pages.open(lin);
});

afterEach(() => lin.close());

const inPage = <T>(expression: string) => lin.page.evaluate<T>(expression);

async function reload(): Promise<void> {
  await lin.page.reload();
  await untilReady(lin);
}

/** Taps a button of the sample, answers the chooser it opens, and returns what the API said. */
async function choose<T>(
  button: string,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<T> {
  const opened = lin.page.waitForEvent('filechooser');
  await lin.page.getByText(button, { exact: true }).tap();
  await (await opened).setFiles(files);
  const answer = lin.page.locator('.answer').filter({ hasText: /[{[]/ });
  // The sample shows the API's own answer as JSON.
  return JSON.parse((await answer.textContent()) ?? '') as T;
}

interface Chosen {
  tempFiles: {
    tempFilePath: string;
    path: string;
    name: string;
    size: number;
    width: number;
    height: number;
  }[];
  errMsg: string;
}

const USER = 'wxfile://usr';

describe('the file system', () => {
  journey('files and folders are made, read, moved, listed and removed', async () => {
    const told = async (name: string, option: object) => (await lin.file(name, option)).errMsg;
    expect(await told('mkdir', { dirPath: `${USER}/a/b`, recursive: true })).toBe('mkdir:ok');
    const text = { filePath: `${USER}/a/b/n.txt`, data: '乡讯', encoding: 'utf8' };
    expect(await told('writeFile', text)).toBe('writeFile:ok');
    expect(await told('appendFile', { ...text, data: '！' })).toBe('appendFile:ok');
    const read = await lin.file('readFile', { filePath: text.filePath, encoding: 'utf8' });
    expect(read.data).toBe('乡讯！');
    const part = { filePath: text.filePath, encoding: 'hex', position: 3, length: 3 };
    expect((await lin.file('readFile', part)).data).toBe(Buffer.from('讯').toString('hex'));
    await lin.file('copyFile', { srcPath: text.filePath, destPath: `${USER}/copy.txt` });
    await lin.file('rename', { oldPath: `${USER}/a`, newPath: `${USER}/z` });
    expect((await lin.file('readdir', { dirPath: USER })).files).toEqual(
      expect.arrayContaining(['copy.txt', 'z']),
    );
    const stats = await inPage(
      `(({ size, mode }, found) => [size, mode, found.isDirectory()])(
        wx.getFileSystemManager().statSync('${USER}/copy.txt'),
        wx.getFileSystemManager().statSync('${USER}/z'))`,
    );
    expect(stats).toEqual([9, 0o100644, true]);
    expect(await told('rmdir', { dirPath: `${USER}/z` })).toMatch(
      /^rmdir:fail directory not empty/,
    );
    expect(await told('rmdir', { dirPath: `${USER}/z`, recursive: true })).toBe('rmdir:ok');
    expect(await told('unlink', { filePath: `${USER}/copy.txt` })).toBe('unlink:ok');
    expect((await lin.file('readdir', { dirPath: USER })).files).toEqual([]);
  });

  journey.each<[name: string, option: object, errno: number]>([
    ['readFile', { filePath: `${USER}/none` }, 1300002],
    ['access', { path: `${USER}/none` }, 1300002],
    ['writeFile', { filePath: `${USER}/no/folder.txt`, data: 'x' }, 1300002],
    ['writeFile', { filePath: '/package.txt', data: 'x' }, 1300002],
    ['writeFile', { filePath: `${USER}/../up.txt`, data: 'x' }, 1300013],
    ['writeFile', { filePath: 'wxfile://tmp_x', data: 'x' }, 1300013],
    ['writeFile', { filePath: `${USER}/b64`, data: '*', encoding: 'base64' }, 1300203],
    ['mkdir', { dirPath: USER }, 1300013],
    ['saveFile', { tempFilePath: 'wxfile://tmp_none' }, 1301112],
  ])('%s of %j is refused with %i', async ([name, option, errno]) => {
    const answer = await lin.file(name, option);
    expect(answer).toMatchObject({ errno, errCode: errno });
    expect(answer.errMsg).toMatch(new RegExp(`^${name}:fail `));
  });

  journey('a synchronous call throws what the asynchronous one answers', async () => {
    const thrown = await inPage(`(() => {
      try { wx.getFileSystemManager().readFileSync('${USER}/none'); }
      catch (error) { return [error.message, error.errno]; }
    })()`);
    expect(thrown).toEqual([`readFileSync:fail no such file or directory ${USER}/none`, 1300002]);
  });

  journey(
    'what was written is there after a reload, also when it was written just before',
    async () => {
      await lin.file('writeFile', { filePath: `${USER}/sure.txt`, data: 'awaited' });
      for (let round = 0; round < 5; round += 1) {
        const leave = `wx.getFileSystemManager().writeFileSync('${USER}/r${round}', 'sync');
        location.reload()`;
        await Promise.all([lin.page.waitForEvent('load'), inPage(leave)]);
        await untilReady(lin);
      }
      const read = await inPage(
        `['sure.txt', 'r0', 'r1', 'r2', 'r3', 'r4'].map((name) =>
        wx.getFileSystemManager().readFileSync('${USER}/' + name, 'utf8'))`,
      );
      expect(read).toEqual(['awaited', 'sync', 'sync', 'sync', 'sync', 'sync']);
    },
  );

  journey('the quota is kept, by all files together, and freed by removing', async () => {
    await inPage('__web.wx.fileQuota(1000)');
    const write = (name: string, bytes: number) =>
      lin.file('writeFile', { filePath: `${USER}/${name}`, data: 'x'.repeat(bytes) });
    expect((await write('a', 600)).errMsg).toBe('writeFile:ok');
    expect(await write('b', 500)).toEqual({
      errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded',
      errno: 1300202,
      errCode: 1300202,
    });
    expect((await write('a', 1000)).errMsg).toBe('writeFile:ok');
    await lin.file('unlink', { filePath: `${USER}/a` });
    expect((await write('b', 500)).errMsg).toBe('writeFile:ok');
    expect((await lin.file('access', { path: `${USER}/a` })).errno).toBe(1300002);
  });

  journey('digests are those of the bytes', async () => {
    await lin.file('writeFile', { filePath: `${USER}/d`, data: 'digest me' });
    for (const digestAlgorithm of ['md5', 'sha1', 'sha256']) {
      const { digest, size } = await lin.file('getFileInfo', {
        filePath: `${USER}/d`,
        digestAlgorithm,
      });
      expect(digest).toBe(createHash(digestAlgorithm).update('digest me').digest('hex'));
      expect(size).toBe(9);
    }
  });

  journey('a file of the package is read', async () => {
    const { data } = await lin.file('readFile', { filePath: '/assets/note.txt', encoding: 'utf8' });
    expect(data).toBe('from the package\n');
    expect((await lin.file('access', { path: '/assets/none.txt' })).errno).toBe(1300002);
  });
});

describe('photos', () => {
  journey(
    'chosen photos are temporary: saved they stay, others are gone after a reload',
    async () => {
      const { tempFiles } = await choose<Chosen>('chooseMedia', [
        { name: 'one.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(browser, 40, 30) },
        { name: 'two.png', mimeType: 'image/png', buffer: await aPng(browser, 8, 9) },
        { name: 'three.png', mimeType: 'image/png', buffer: await aPng(browser, 8, 9) },
      ]);
      expect(tempFiles.map(({ width, height }) => [width, height])).toEqual([
        [40, 30],
        [8, 9],
      ]);
      const [one, two] = tempFiles.map(({ tempFilePath }) => tempFilePath);
      expect(one).toMatch(/^wxfile:\/\/tmp_\w+\.jpg$/);
      const { savedFilePath } = await lin.file('saveFile', { tempFilePath: one });
      await lin.file('copyFile', { srcPath: two, destPath: `${USER}/two.png` });
      await reload();
      expect((await lin.file('access', { path: two })).errno).toBe(1300002);
      expect((await lin.file('access', { path: savedFilePath })).errMsg).toBe('access:ok');
      const { fileList } = await lin.file('getSavedFileList');
      expect(fileList).toMatchObject([{ filePath: savedFilePath }]);
      const info = await lin.wx('getImageInfo', { src: `${USER}/two.png` });
      expect(info).toMatchObject({ width: 8, height: 9, type: 'png', orientation: 'up' });
      await inPage(`getCurrentPages()[0].setData({ picture: '${USER}/two.png' })`);
      await lin.page.getByText('picture shown').waitFor();
      await inPage(`getCurrentPages()[0].setData({ picture: '${USER}/none.png' })`);
      await lin.page.getByText('picture missing').waitFor();
    },
  );

  journey('a cancelled chooser fails with cancel', async () => {
    await inPage('__web.wx.pickNext(null)');
    const answer = await lin.wx('chooseMedia', {});
    expect(answer).toEqual({ errMsg: 'chooseMedia:fail cancel' });
  });

  journey(
    'a photo taken on its side keeps its stored size; compressed it stands upright',
    async () => {
      const stored = await aJpeg(browser, 60, 40, 6);
      const { tempFiles } = await choose<Chosen>('chooseMedia', [
        { name: 'side.jpg', mimeType: 'image/jpeg', buffer: stored },
      ]);
      const src = tempFiles[0]?.tempFilePath;
      const info = await lin.wx('getImageInfo', { src });
      expect(info).toMatchObject({ width: 60, height: 40, orientation: 'right', type: 'jpeg' });
      const { tempFilePath } = await lin.wx('compressImage', { src, compressedWidth: 20 });
      const upright = await lin.wx('getImageInfo', { src: tempFilePath });
      expect(upright).toMatchObject({ width: 20, height: 30, orientation: 'up', type: 'jpeg' });
    },
  );

  journey('a lower quality makes a smaller file', async () => {
    const { tempFiles } = await choose<Chosen>('chooseMedia', [
      { name: 'noise.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(browser, 300, 300) },
    ]);
    const src = tempFiles[0]?.tempFilePath;
    const sizeAt = async (quality: number) => {
      const { tempFilePath } = await lin.wx('compressImage', { src, quality });
      return (await lin.file('getFileInfo', { filePath: tempFilePath })).size as number;
    };
    expect(await sizeAt(20)).toBeLessThan((await sizeAt(90)) / 2);
  });

  journey('sizeType compressed hands out a photo of at most 1440 px', async () => {
    const { tempFiles } = await choose<Chosen>('chooseSmall', [
      { name: 'large.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(browser, 2000, 1000) },
    ]);
    expect(tempFiles).toMatchObject([{ width: 1440, height: 720 }]);
  });

  journey('files of any kind keep their names', async () => {
    const { tempFiles } = await choose<Chosen>('chooseMessageFile', [
      { name: '名单.xlsx', mimeType: '', buffer: Buffer.from('sheet') },
    ]);
    expect(tempFiles).toMatchObject([{ name: '名单.xlsx', size: 5, type: 'file' }]);
    expect(tempFiles[0]?.path).toMatch(/\.xlsx$/);
  });

  journey('a chosen avatar comes with the button’s event', async () => {
    const detail = await choose<{ avatarUrl: string }>('chooseAvatar', [
      { name: 'me.png', mimeType: 'image/png', buffer: await aPng(browser, 4, 4) },
    ]);
    expect(detail.avatarUrl).toMatch(/^wxfile:\/\/tmp_/);
  });

  journey('pictures are previewed one after the other', async () => {
    const { tempFiles } = await choose<Chosen>('chooseMedia', [
      { name: 'one.png', mimeType: 'image/png', buffer: await aPng(browser, 4, 4) },
      { name: 'two.png', mimeType: 'image/png', buffer: await aPng(browser, 4, 4) },
    ]);
    const urls = tempFiles.map(({ tempFilePath }) => tempFilePath);
    await lin.wx('previewImage', { urls, current: urls[1] });
    await lin.page.getByText('2 / 2').waitFor();
    await lin.page.keyboard.press('ArrowLeft');
    await lin.page.getByText('1 / 2').waitFor();
    await lin.page.getByRole('button', { name: '关闭' }).tap();
    expect(await lin.page.getByText('1 / 2').count()).toBe(0);
  });

  journey('a picture saved to the album is downloaded once that is allowed', async () => {
    await lin.file('writeFile', { filePath: `${USER}/card.png`, data: 'png' });
    const saving = lin.wx('saveImageToPhotosAlbum', { filePath: `${USER}/card.png` });
    const download = lin.page.waitForEvent('download');
    await lin.page.getByText('允许').tap();
    expect((await download).suggestedFilename()).toBe('card.png');
    expect((await saving).errMsg).toBe('saveImageToPhotosAlbum:ok');
  });
});
