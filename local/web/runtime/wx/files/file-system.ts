import { settleByCallbacks } from '../api';
import { syncFailure } from '../fault';
import { digestOf } from './digest';
import type { Drive } from './drive';
import { fileFault } from './faults';
import type { FileLoader } from './loader';
import { createOperations, type Operations } from './operations';
import { SAVED_PREFIX } from './paths';

type Manager = WechatMiniprogram.FileSystemManager;
type Callbacks = Parameters<typeof settleByCallbacks>[1];

/**
 * `wx.getFileSystemManager()`. An asynchronous call succeeds when its change is on disk; a synchronous one when
 * it is in memory and handed to the browser, which writes it some milliseconds later.
 */
export function createFileSystem(drive: Drive, loader: FileLoader): Partial<Manager> {
  const operations = createOperations(drive);
  const when = createWhen(drive);
  return {
    ...createSyncHalf(operations),
    access: when('access', ({ path }: ManagerOption<'access'>) => loader.require(path)),
    readFile: when('readFile', async (option: ManagerOption<'readFile'>) => {
      const { filePath, encoding, position, length } = option;
      return { data: await loader.read(filePath, encoding, { position, length }) };
    }),
    writeFile: when('writeFile', ({ filePath, data, encoding }: ManagerOption<'writeFile'>) =>
      operations.write({ filePath, content: data, encoding }),
    ),
    appendFile: when('appendFile', ({ filePath, data, encoding }: ManagerOption<'appendFile'>) =>
      operations.append({ filePath, content: data, encoding }),
    ),
    copyFile: when('copyFile', ({ srcPath, destPath }: ManagerOption<'copyFile'>) =>
      operations.copy(srcPath, destPath),
    ),
    unlink: when('unlink', ({ filePath }: ManagerOption<'unlink'>) => operations.unlink(filePath)),
    stat: when('stat', ({ path, recursive }: ManagerOption<'stat'>) => ({
      stats: recursive ? operations.statAll(path) : operations.stat(path),
    })),
    mkdir: when('mkdir', ({ dirPath, recursive }: ManagerOption<'mkdir'>) =>
      operations.makeDirectory(dirPath, recursive ?? false),
    ),
    rmdir: when('rmdir', ({ dirPath, recursive }: ManagerOption<'rmdir'>) =>
      operations.removeDirectory(dirPath, recursive ?? false),
    ),
    readdir: when('readdir', ({ dirPath }: ManagerOption<'readdir'>) => ({
      files: operations.list(dirPath),
    })),
    rename: when('rename', ({ oldPath, newPath }: ManagerOption<'rename'>) =>
      operations.rename(oldPath, newPath),
    ),
    getFileInfo: when(
      'getFileInfo',
      ({ filePath, digestAlgorithm }: ManagerOption<'getFileInfo'>) =>
        infoOf(operations, filePath, digestAlgorithm),
    ),
    saveFile: when('saveFile', async ({ tempFilePath, filePath }: ManagerOption<'saveFile'>) => {
      const { savedFilePath, done } = operations.save(tempFilePath, filePath);
      await done;
      return { savedFilePath };
    }),
    getSavedFileList: when('getSavedFileList', () => ({ fileList: operations.savedFiles() })),
    removeSavedFile: when('removeSavedFile', ({ filePath }: ManagerOption<'removeSavedFile'>) => {
      if (!filePath.startsWith(SAVED_PREFIX)) throw fileFault.missing(filePath);
      return operations.unlink(filePath);
    }),
  };
}

/** Makes a documented method of a body that runs once the files are loaded. */
function createWhen(drive: Drive) {
  return <O extends Callbacks>(
      name: string,
      run: (option: O) => object | void | Promise<object | void>,
    ) =>
    (option?: O) =>
      settleByCallbacks(name, option ?? {}, async () => {
        await drive.ready;
        // A missing option is a missing path, which the operation itself refuses.
        return run(option ?? ({} as O));
      });
}

/** Option of a method of the manager. */
type ManagerOption<K extends keyof Manager> = NonNullable<
  Manager[K] extends (option: infer O) => unknown ? O : never
>;

async function infoOf(
  operations: Operations,
  filePath: string,
  digestAlgorithm: 'md5' | 'sha1' | 'sha256' = 'md5',
) {
  const bytes = operations.bytes(filePath);
  return { size: bytes.byteLength, digest: await digestOf(bytes, digestAlgorithm) };
}

function createSyncHalf(operations: Operations) {
  // The disk's failure comes after the call has answered: all that is left is to make it seen.
  const later = (done: Promise<void>) => void done.catch(reportError);
  const now = <V extends unknown[], T>(name: string, run: (...values: V) => T) => {
    return (...values: V): T => {
      try {
        return run(...values);
      } catch (error) {
        throw syncFailure(name, error);
      }
    };
  };
  type Sync<K extends keyof Manager> = Manager[K];
  const readFileSync: Sync<'readFileSync'> = now(
    'readFileSync',
    (path, encoding?, position?, length?) => operations.read(path, encoding, { position, length }),
  );
  const writeFileSync: Sync<'writeFileSync'> = now(
    'writeFileSync',
    (filePath, content, encoding?) => later(operations.write({ filePath, content, encoding })),
  );
  const appendFileSync: Sync<'appendFileSync'> = now(
    'appendFileSync',
    (filePath, content, encoding?) => later(operations.append({ filePath, content, encoding })),
  );
  const statSync: Sync<'statSync'> = now('statSync', (path, recursive?) =>
    recursive ? operations.statAll(path) : operations.stat(path),
  );
  const saveFileSync: Sync<'saveFileSync'> = now('saveFileSync', (temporaryPath, filePath?) => {
    const { savedFilePath, done } = operations.save(temporaryPath, filePath);
    later(done);
    return savedFilePath;
  });
  return {
    readFileSync,
    writeFileSync,
    appendFileSync,
    statSync,
    saveFileSync,
    accessSync: now('accessSync', operations.access),
    copyFileSync: now('copyFileSync', (from: string, to: string) =>
      later(operations.copy(from, to)),
    ),
    unlinkSync: now('unlinkSync', (path: string) => later(operations.unlink(path))),
    mkdirSync: now('mkdirSync', (path: string, recursive?: boolean) =>
      later(operations.makeDirectory(path, recursive ?? false)),
    ),
    rmdirSync: now('rmdirSync', (path: string, recursive?: boolean) =>
      later(operations.removeDirectory(path, recursive ?? false)),
    ),
    readdirSync: now('readdirSync', operations.list),
    renameSync: now('renameSync', (from: string, to: string) => later(operations.rename(from, to))),
  };
}
