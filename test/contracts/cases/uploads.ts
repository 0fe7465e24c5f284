/** Storage: what is uploaded is there byte for byte, and what is refused. */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cloudbasePage, sdkFile } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, failureOf } from '../../support/contract/contract';
import {
  bytesAt,
  contentOf,
  expectContent,
  inFolder,
  newPath,
  remove,
  roundTrip,
  someText,
} from '../../support/contract/stored-files';

const page = cloudbasePage('storage/sdk');
const storageFile = sdkFile('node-sdk/dist/storage/index.js');

export const uploadCases: ContractCase[] = [
  contractCase({
    title: 'a buffer is uploaded and downloaded byte for byte',
    basis: 'documented',
    source: page,
    run: (world) =>
      roundTrip(world, 'all.bin', Buffer.from(Array.from({ length: 256 }, (_, n) => n))),
  }),
  contractCase({
    title: 'an upload answers a fileID that holds the environment and the path',
    basis: 'documented',
    source: page,
    run: async (world) => {
      const cloudPath = newPath('photo.jpg');
      const { fileID } = await world.app.uploadFile({ cloudPath, fileContent: someText });
      expect(fileID).toMatch(/^cloud:\/\/[^/]+\//);
      expect(fileID.endsWith(`/${cloudPath}`)).toBe(true);
      await remove(world, fileID);
    },
  }),
  contractCase({
    title: 'a stream is uploaded',
    basis: 'documented',
    source: page,
    run: async (world) => {
      await inFolder(async (folder) => {
        const file = path.join(folder, 'big.bin');
        const bytes = randomBytes(1_500_000);
        await writeFile(file, bytes);
        const fileContent = createReadStream(file);
        const { fileID } = await world.app.uploadFile({ cloudPath: newPath('s'), fileContent });
        await expectContent(world, fileID, bytes);
        await remove(world, fileID);
      });
    },
  }),
  contractCase({
    title: 'a file of 12 MB is kept whole',
    basis: 'documented',
    source: page,
    run: (world) => roundTrip(world, 'large.bin', randomBytes(12_000_000)),
  }),
  contractCase({
    title: 'an empty file is a file',
    basis: 'guessed',
    source: 'COS keeps empty objects; no page says so of CloudBase',
    run: (world) => roundTrip(world, 'empty.txt', Buffer.alloc(0)),
  }),
  ...['乡讯/照片 1.jpg', 'a+b&c=d#e%20.txt', "q'uote(1)[2]{3}~!@$,;.txt"].map((name) =>
    contractCase({
      title: `a path may hold ${name}`,
      basis: 'documented',
      source: 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/naming',
      // The SDK itself does not escape # in the addresses it downloads from.
      localOnly: 'asks the address by fetch, escaped part by part',
      run: async (world) => {
        const fileContent = someText;
        const { fileID } = await world.app.uploadFile({ cloudPath: newPath(name), fileContent });
        const { fileList } = await world.app.getTempFileURL({
          fileList: [{ fileID, maxAge: 600, urlType: 'COS_URL' } as never],
        });
        expect(await bytesAt(fileList[0]?.tempFileURL)).toEqual(someText);
        await remove(world, fileID);
      },
    }),
  ),
  contractCase({
    title: 'an upload to a known path replaces the file under the same fileID',
    basis: 'documented',
    source:
      'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/api: same path overwrites',
    localOnly: 'a real environment may answer from a cache for a while',
    run: async (world) => {
      const cloudPath = newPath('same.txt');
      const first = await world.app.uploadFile({ cloudPath, fileContent: Buffer.from('first') });
      const second = await world.app.uploadFile({ cloudPath, fileContent: Buffer.from('2nd') });
      expect(second.fileID).toBe(first.fileID);
      expect(String(await contentOf(world, second.fileID))).toBe('2nd');
    },
  }),
  contractCase({
    title: 'uploads of one path at once leave one of them whole',
    basis: 'guessed',
    source: 'a PUT of COS is atomic; no page says so of CloudBase',
    localOnly: 'a real environment may answer from a cache for a while',
    run: async (world) => {
      const cloudPath = newPath('race.bin');
      const contents = Array.from({ length: 6 }, () => randomBytes(300_000));
      const [first] = await Promise.all(
        contents.map((fileContent) => world.app.uploadFile({ cloudPath, fileContent })),
      );
      const kept = await contentOf(world, first?.fileID ?? '');
      expect(contents.filter((content) => content.equals(kept))).toHaveLength(1);
    },
  }),
  contractCase({
    title: 'what is neither buffer nor file stream is refused by the SDK',
    basis: 'measured',
    source: storageFile,
    run: async ({ app }) => {
      const work = app.uploadFile({ cloudPath: newPath('x'), fileContent: 'text' as never });
      expect((await failureOf(work)).code).toBe('INVALID_PARAM');
    },
  }),
  contractCase({
    title: 'upload metadata names the address, the signature and the file',
    basis: 'measured',
    source: storageFile,
    run: async ({ app }) => {
      const { data } = await app.getUploadMetadata({ cloudPath: newPath('x') });
      expect(Object.keys(data)).toEqual(
        expect.arrayContaining(['url', 'token', 'authorization', 'fileId', 'cosFileId']),
      );
    },
  }),
  contractCase({
    title: 'a forged signature is refused in words of XML, and nothing is stored',
    basis: 'documented',
    source: `${storageFile}: "failure answers XML"; COS error AccessDenied`,
    localOnly: 'speaks to the address below the SDK',
    run: async (world) => {
      const cloudPath = newPath('forged');
      const { data } = await world.app.getUploadMetadata({ cloudPath });
      const response = await fetch(data.url, {
        method: 'PUT',
        headers: { authorization: 'q-sign-algorithm=sha1&forged', key: cloudPath },
        body: someText,
      });
      expect(response.status).toBe(403);
      expect(await response.text()).toMatch(/<Error>[\s\S]*<Code>\w+<\/Code>/);
      const { fileList } = await world.app.getTempFileURL({ fileList: [data.fileId] });
      expect(fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST');
    },
  }),
  ...['../up.txt', 'a/../../b', 'a//b', ''].map((cloudPath) =>
    contractCase({
      title: `the path "${cloudPath}" is refused`,
      basis: 'guessed',
      source: 'wxcloud/guide/storage/naming forbids them; the code is a guess',
      localOnly: 'what a real environment answers was never seen',
      run: async ({ app }) => {
        const failure = await failureOf(app.uploadFile({ cloudPath, fileContent: someText }));
        expect(failure.code).toMatch(/INVALID_PARAM|STORAGE_REQUEST_FAIL/);
      },
    }),
  ),
];
