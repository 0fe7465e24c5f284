import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { CloudError } from '../errors';
import type { CloudContext, Service, Storage } from '../service';
import { refuseLargeBatch, secondsOf, storageActions, temporaryUrlOf } from './actions';
import type { StorageParts, TemporaryUrl } from './actions';
import { createBlobs } from './blobs';
import type { Catalog } from './catalog';
import { openCatalog } from './catalog';
import { downloadRoute } from './download-route';
import { createFailingWriter } from './failing-writer';
import type { Files } from './files';
import { createFiles } from './files';
import { PHONE_FILE_BYTES_MAX } from './limits';
import { checkCloudPath, fileIdOf, pathOfFileId } from './paths';
import { defaultRules, isAllowed } from './rules';
import type { StorageRule } from './rules';
import type { Signer } from './signature';
import { openSigner } from './signature';
import { uploadRoute } from './upload-route';

/** Storage as phones meet it: bound by the access rules. */
export interface PhoneStorage extends Storage {
  temporaryUrlsAsPhone(files: WantedUrl[], openid: string | undefined): Promise<TemporaryUrl[]>;
}

interface WantedUrl {
  fileID: string;
  maxAge?: number;
}

/**
 * CloudBase's storage in a folder: `storage/blobs/` has the bytes, `storage/catalog.sqlite` says which
 * path has which. An upload is streamed to a file beside, synced, renamed, and only its committed
 * catalog row makes it stored; what a crash leaves before that is swept at the next start.
 */
export function createStorage(
  context: CloudContext,
  rules: readonly StorageRule[] = defaultRules,
): Service & PhoneStorage {
  const folder = join(context.dataDir, 'storage');
  const writer = createFailingWriter();
  const blobs = createBlobs(join(folder, 'blobs'), writer.writeChunk);
  let opened: { catalog: Catalog; files: Files; signer: Signer } | undefined;

  function parts() {
    if (!opened) throw new CloudError('SYS_ERR', 'storage is not started');
    return opened;
  }
  const catalog = () => parts().catalog;
  const files = () => parts().files;
  const signer = () => parts().signer;
  const shared: StorageParts = { context, rules, catalog, files, signer };

  async function start(): Promise<void> {
    if (opened) return;
    await mkdir(folder, { recursive: true });
    const catalog = openCatalog(join(folder, 'catalog.sqlite'));
    await blobs.sweep(catalog.blobs());
    const files = createFiles(context, catalog, blobs);
    opened = { catalog, files, signer: await openSigner(join(folder, 'secret')) };
  }

  async function stop(): Promise<void> {
    await opened?.files.settled();
    opened?.catalog.close();
    opened = undefined;
  }

  async function putAsPhone(cloudPath: string, openid: string, body: IncomingMessage) {
    const path = checkCloudPath(cloudPath);
    if (!isAllowed(rules, 'write', { path, openid })) throw exceedsAuthority();
    await files().put({ path, openid, body, bytesMax: PHONE_FILE_BYTES_MAX });
    return fileIdOf(context.envId, path);
  }

  return {
    name: 'storage',
    start,
    stop,
    async reset() {
      await stop();
      await rm(folder, { recursive: true, force: true });
      await start();
    },
    putAsPhone,
    async temporaryUrls(wanted) {
      refuseLargeBatch(wanted);
      return wanted.map((one) => urlFor(shared, one));
    },
    async temporaryUrlsAsPhone(wanted, openid) {
      refuseLargeBatch(wanted);
      return wanted.map((one) => {
        const path = pathOfFileId(context.envId, one.fileID) ?? '';
        if (isAllowed(rules, 'read', { path, openid })) return urlFor(shared, one);
        return { fileID: one.fileID, tempFileURL: '', code: 'STORAGE_EXCEED_AUTHORITY' };
      });
    },
    actions: storageActions(shared),
    routes: [
      uploadRoute(context, signer, files),
      downloadRoute({ context, signer, catalog, blobs }),
    ],
    controls: {
      failWrites: writer.control,
      describe({ path }) {
        const found = catalog().find(checkCloudPath(path));
        if (!found) throw new CloudError('STORAGE_FILE_NONEXIST', 'no file at this path');
        return found;
      },
    },
  };
}

function urlFor(parts: StorageParts, wanted: WantedUrl): TemporaryUrl {
  const { fileID, maxAge } = wanted;
  return temporaryUrlOf(parts, { fileID, seconds: secondsOf(maxAge), form: 'plain' });
}

function exceedsAuthority(): CloudError {
  const message = 'the storage rules do not let this caller write here';
  return new CloudError('STORAGE_EXCEED_AUTHORITY', message);
}
