import type { IncomingMessage } from 'node:http';
import { CloudError } from '../errors';
import type { CloudContext, Service, Storage } from '../service';
import { refuseLargeBatch, secondsOf, storageActions, temporaryUrlOf } from './actions';
import type { StorageParts, TemporaryUrl } from './actions';
import { downloadRoute } from './download-route';
import { createFailingActions } from '../failing-actions';
import { createFailingReader } from './failing-reader';
import { createFailingWriter } from './failing-writer';
import { PHONE_FILE_BYTES_MAX } from './limits';
import { checkCloudPath, fileIdOf, pathOfFileId } from './paths';
import { defaultRules, isAllowed } from './rules';
import type { StorageRule } from './rules';
import { createStore } from './store';
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
 * path has which. An upload is streamed to a file and synced, and only its committed
 * catalog row makes it stored; what a crash leaves before that is swept at the next start.
 */
export function createStorage(
  context: CloudContext,
  rules: readonly StorageRule[] = defaultRules,
  endCaller: (token: string) => Promise<void> = () => Promise.resolve(),
): Service & PhoneStorage {
  const writer = createFailingWriter();
  const reader = createFailingReader();
  const failing = createFailingActions({ endCaller });
  const store = createStore(context, writer.writeChunk);
  const parts: StorageParts = { context, rules, ...store };

  async function putAsPhone(cloudPath: string, openid: string, body: IncomingMessage) {
    const path = checkCloudPath(cloudPath);
    if (!isAllowed(rules, 'write', { path, openid })) throw exceedsAuthority();
    await store.files().put({ path, openid, body, bytesMax: PHONE_FILE_BYTES_MAX });
    return fileIdOf(context.envId, path);
  }

  function describe({ path }: Record<string, unknown>) {
    const found = store.catalog().find(checkCloudPath(path));
    if (!found) throw new CloudError('STORAGE_FILE_NONEXIST', 'no file at this path');
    return found;
  }

  return {
    name: 'storage',
    start: store.open,
    stop: store.close,
    async reset() {
      for (const { control } of [writer, reader, failing]) control({});
      await store.clear();
    },
    putAsPhone,
    async temporaryUrls(wanted) {
      refuseLargeBatch(wanted);
      return wanted.map((one) => urlFor(parts, one));
    },
    async temporaryUrlsAsPhone(wanted, openid) {
      refuseLargeBatch(wanted);
      return wanted.map((one) => urlForPhone(parts, one, openid));
    },
    actions: failing.wrap(storageActions(parts)),
    routes: [uploadRoute(context, store), downloadRoute(context, store, reader.take)],
    controls: {
      failWrites: writer.control,
      failReads: reader.control,
      fail: failing.control,
      describe,
    },
  };
}

function urlFor(parts: StorageParts, { fileID, maxAge }: WantedUrl): TemporaryUrl {
  return temporaryUrlOf(parts, { fileID, seconds: secondsOf(maxAge), form: 'plain' });
}

function urlForPhone(parts: StorageParts, wanted: WantedUrl, openid?: string): TemporaryUrl {
  const path = pathOfFileId(parts.context.envId, wanted.fileID) ?? '';
  if (isAllowed(parts.rules, 'read', { path, openid })) return urlFor(parts, wanted);
  return { fileID: wanted.fileID, tempFileURL: '', code: 'STORAGE_EXCEED_AUTHORITY' };
}

function exceedsAuthority(): CloudError {
  const message = 'the storage rules do not let this caller write here';
  return new CloudError('STORAGE_EXCEED_AUTHORITY', message);
}
