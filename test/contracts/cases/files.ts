/** Storage: temporary addresses, downloads, copies and deletions. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cloudbasePage, sdkFile } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, failureOf } from '../../support/contract/contract';
import {
  bytesAt,
  contentOf,
  expectSoon,
  inFolder,
  newPath,
  remove,
  someText,
  upload,
  uploadForCopy,
} from '../../support/contract/stored-files';

const page = cloudbasePage('storage/sdk');
const storageFile = sdkFile('node-sdk/dist/storage/index.js');

const addresses: ContractCase[] = [
  contractCase({
    title: 'temporary addresses come in the order asked, each with its own code',
    basis: 'documented',
    source: page,
    run: async (world) => {
      const { fileID } = await world.app.uploadFile({
        cloudPath: newPath('a.txt'),
        fileContent: someText,
      });
      const none = fileID.replace(/a\.txt$/, 'none.txt');
      const { fileList } = await world.app.getTempFileURL({ fileList: [none, fileID] });
      expect(fileList.map((file) => [file.fileID, file.code])).toEqual([
        [none, 'STORAGE_FILE_NONEXIST'],
        [fileID, 'SUCCESS'],
      ]);
      expect(fileList[0]?.tempFileURL).toBe('');
      expect(await bytesAt(fileList[1]?.tempFileURL)).toEqual(someText);
      await remove(world, fileID);
    },
  }),
  contractCase({
    title: 'a temporary address works for as long as asked and not longer',
    basis: 'documented',
    source: `${page}, maxAge`,
    localOnly: 'moves the clock',
    run: async (world) => {
      const fileID = await upload(world, 'a.txt');
      const { fileList } = await world.app.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] });
      const url = fileList[0]?.tempFileURL ?? '';
      await world.cloud().control('clock', 'advance', { ms: 590_000 });
      expect((await fetch(url)).status).toBe(200);
      await world.cloud().control('clock', 'advance', { ms: 20_000 });
      expect((await fetch(url)).status).toBe(403);
      await world.cloud().control('clock', 'real');
    },
  }),
  contractCase({
    title: 'an address with a changed signature or path is refused',
    basis: 'documented',
    source: `${page}: temporary addresses are signed`,
    localOnly: 'a real environment with public reading needs no signature',
    run: async (world) => {
      const { fileList } = await world.app.getTempFileURL({
        fileList: [await upload(world, 'a.txt'), await upload(world, 'b.txt')],
      });
      const [a, b] = fileList.map((file) => new URL(file.tempFileURL));
      const mixed = new URL(String(b));
      mixed.search = a?.search ?? '';
      expect((await fetch(mixed)).status).toBe(403);
      expect((await fetch(`${a?.origin}${a?.pathname}`)).status).toBe(403);
    },
  }),
  contractCase({
    title: 'a list that is no list is refused by the SDK',
    basis: 'measured',
    source: storageFile,
    run: async ({ app }) => {
      const work = app.getTempFileURL({ fileList: 'cloud://x' as never });
      expect((await failureOf(work)).code).toBe('INVALID_PARAM');
    },
  }),
  contractCase({
    title: 'getFileInfo tells size and kind by asking the address',
    basis: 'measured',
    source: storageFile,
    run: async (world) => {
      const fileID = await upload(world, 'photo.png');
      const { fileList } = await world.app.getFileInfo({ fileList: [fileID] });
      expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: someText.length });
      expect(fileList[0]).toMatchObject({ fileName: 'photo.png', mime: 'image/png' });
      await remove(world, fileID);
    },
  }),
];

const downloads: ContractCase[] = [
  contractCase({
    title: 'downloadFile of a missing file fails with STORAGE_FILE_NONEXIST',
    basis: 'documented',
    source: storageFile,
    run: async (world) => {
      const fileID = (await upload(world, 'a.txt')).replace(/a\.txt$/, 'none.txt');
      const failure = await failureOf(world.app.downloadFile({ fileID }));
      expect(failure.code).toBe('STORAGE_FILE_NONEXIST');
    },
  }),
  contractCase({
    title: 'downloadFile writes to a path',
    basis: 'measured',
    source: storageFile,
    run: async (world) => {
      const fileID = await upload(world, 'a.txt');
      await inFolder(async (folder) => {
        const tempFilePath = path.join(folder, 'a.txt');
        await world.app.downloadFile({ fileID, tempFilePath });
        // The SDK answers when the headers are there; the stream to the file ends a little later.
        await expectSoon(async () => expect(await readFile(tempFilePath)).toEqual(someText));
      });
      await remove(world, fileID);
    },
  }),
];

const removals: ContractCase[] = [
  contractCase({
    title: 'a deleted file is gone, and its addresses with it',
    basis: 'documented',
    source: page,
    localOnly: 'a real environment may answer from a cache for a while',
    run: async (world) => {
      const fileID = await upload(world, 'a.txt');
      const { fileList } = await world.app.getTempFileURL({ fileList: [fileID] });
      const answer = await world.app.deleteFile({ fileList: [fileID] });
      expect(answer.fileList).toMatchObject([{ fileID, code: 'SUCCESS' }]);
      expect((await fetch(fileList[0]?.tempFileURL ?? '')).ok).toBe(false);
      const again = await world.app.getTempFileURL({ fileList: [fileID] });
      expect(again.fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST');
    },
  }),
  contractCase({
    title: 'deleting a missing file answers STORAGE_FILE_NONEXIST beside the others',
    basis: 'guessed',
    source: 'COS answers success for a missing object; CloudBase has this code for addresses',
    run: async (world) => {
      const fileID = await upload(world, 'a.txt');
      const none = fileID.replace(/a\.txt$/, 'none.txt');
      const { fileList } = await world.app.deleteFile({ fileList: [none, fileID] });
      expect(fileList.map((file) => file.code)).toEqual(['STORAGE_FILE_NONEXIST', 'SUCCESS']);
    },
  }),
];

const copies: ContractCase[] = [
  contractCase({
    title: 'a copy is a file of its own',
    basis: 'documented',
    source: cloudbasePage('storage/copy-file'),
    run: async (world) => {
      const { from, to, fileID } = await uploadForCopy(world);
      await world.app.copyFile({ fileList: [{ srcPath: from, dstPath: to }] });
      await remove(world, fileID);
      expect(await contentOf(world, fileID.replace(from, to))).toEqual(someText);
      await remove(world, fileID.replace(from, to));
    },
  }),
  contractCase({
    title: 'a copy that removes the original moves it',
    basis: 'documented',
    source: cloudbasePage('storage/copy-file'),
    run: async (world) => {
      const { from, to, fileID } = await uploadForCopy(world);
      await world.app.copyFile({
        fileList: [{ srcPath: from, dstPath: to, removeOriginal: true }],
      });
      const moved = fileID.replace(from, to);
      const { fileList } = await world.app.getTempFileURL({ fileList: [fileID, moved] });
      expect(fileList.map((file) => file.code)).toEqual(['STORAGE_FILE_NONEXIST', 'SUCCESS']);
      await remove(world, moved);
    },
  }),
  contractCase({
    title: 'a copy under another name is refused by the SDK',
    basis: 'measured',
    source: storageFile,
    run: async ({ app }) => {
      const work = app.copyFile({ fileList: [{ srcPath: 'a/x.txt', dstPath: 'b/y.txt' }] });
      expect((await failureOf(work)).code).toBe('INVALID_PARAM');
    },
  }),
  contractCase({
    title: 'a copy of a missing file answers a code for that file',
    basis: 'guessed',
    source: 'the page shows code and message beside fileId; the code is a guess',
    run: async ({ app }) => {
      const wanted = { srcPath: newPath('none.txt'), dstPath: newPath('none.txt') };
      const { fileList } = await app.copyFile({ fileList: [wanted] });
      // The typings of copyFile's answer leave out the code.
      expect((fileList[0] as { code?: string }).code).toBe('STORAGE_FILE_NONEXIST');
    },
  }),
];

export const fileCases = [...addresses, ...downloads, ...removals, ...copies];
