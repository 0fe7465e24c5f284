import { posix } from 'node:path';
import { CloudError } from '../errors';
import { isOpenid } from '../identity/persona';
import type { AdminAction, CloudContext } from '../service';
import { temporaryUrl } from './download-route';
import {
  BATCH_FILES_MAX,
  TEMPORARY_URL_SECONDS_DEFAULT,
  TEMPORARY_URL_SECONDS_MAX,
} from './limits';
import { checkCloudPath, fileIdOf, pathOfFileId } from './paths';
import { isAllowed } from './rules';
import type { StorageRule } from './rules';
import type { Store } from './store';
import { authorizeUpload } from './upload-route';

export interface StorageParts extends Pick<Store, 'signer' | 'catalog' | 'files'> {
  context: CloudContext;
  rules: readonly StorageRule[];
}

/** A temporary address, or why there is none: `code` is `SUCCESS` or an error of this file only. */
export interface TemporaryUrl {
  fileID: string;
  tempFileURL: string;
  code: string;
}

/** The SDK's actions on storage; callers are functions, which no access rule binds. */
export function storageActions(parts: StorageParts): Record<string, AdminAction> {
  const { context } = parts;
  return {
    'storage.getUploadMetadata'({ path }) {
      const checked = checkCloudPath(path);
      const { url, authorization } = authorizeUpload(context, parts.signer(), checked);
      const fileId = fileIdOf(context.envId, checked);
      const cosFileId = Buffer.from(checked).toString('base64');
      return { data: { url, authorization, token: 'local', fileId, cosFileId, download_url: '' } };
    },
    'storage.batchGetDownloadUrl'({ file_list }) {
      const wanted = fieldsOf(file_list).map(({ fileid, max_age, url_type }) => ({
        fileID: String(fileid),
        seconds: secondsOf(max_age),
        form: url_type === 'COS_URL' ? ('encoded' as const) : ('plain' as const),
      }));
      return { data: { download_list: wanted.map((one) => temporaryUrlOf(parts, one)) } };
    },
    async 'storage.batchDeleteFile'({ fileid_list }) {
      const deleted: { fileID: string; code: string }[] = [];
      for (const fileID of batchOf(fileid_list).map(String)) {
        const path = pathOfFileId(context.envId, fileID);
        const isDeleted = path !== undefined && (await parts.files().remove(path));
        deleted.push({ fileID, code: isDeleted ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' });
      }
      return { data: { delete_list: deleted } };
    },
    async 'storage.batchCopyFile'({ file_list }) {
      const copied: unknown[] = [];
      for (const wanted of fieldsOf(file_list)) copied.push(await copyOne(parts, wanted));
      return { data: { copy_list: copied } };
    },
    'storage.getFileAuthority'({ fileList, openId }) {
      const openid = isOpenid(openId) ? openId : undefined;
      return {
        data: fieldsOf(fileList).map(({ path }) => ({
          path,
          cosFileId: Buffer.from(String(path)).toString('base64'),
          read: isAllowed(parts.rules, 'read', { path: String(path), openid }),
        })),
      };
    },
  };
}

/** One temporary address; a file that is not there is a code, not an error of the request. */
export function temporaryUrlOf(
  { context, catalog, signer }: StorageParts,
  wanted: { fileID: string; seconds: number; form: 'plain' | 'encoded' },
): TemporaryUrl {
  const { fileID, seconds, form } = wanted;
  const path = pathOfFileId(context.envId, fileID);
  if (path === undefined || !catalog().find(path)) {
    return { fileID, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' };
  }
  const tempFileURL = temporaryUrl(context, signer(), { path, seconds, form });
  return { fileID, tempFileURL, code: 'SUCCESS' };
}

/** How long an address shall work, in seconds: as asked, at most a day. Throws INVALID_PARAM. */
export function secondsOf(maxAge: unknown): number {
  if (maxAge === undefined || maxAge === null) return TEMPORARY_URL_SECONDS_DEFAULT;
  if (typeof maxAge !== 'number' || !Number.isInteger(maxAge) || maxAge <= 0) {
    throw new CloudError('INVALID_PARAM', 'maxAge must be a whole number of seconds above 0');
  }
  return Math.min(maxAge, TEMPORARY_URL_SECONDS_MAX);
}

/** Throws INVALID_PARAM over 50 files. */
export function refuseLargeBatch(list: readonly unknown[]): void {
  if (list.length <= BATCH_FILES_MAX) return;
  throw new CloudError('INVALID_PARAM', `more than ${BATCH_FILES_MAX} files in one request`);
}

function batchOf(list: unknown): unknown[] {
  if (!Array.isArray(list)) throw new CloudError('INVALID_PARAM', 'the list of files is missing');
  refuseLargeBatch(list);
  return list;
}

function fieldsOf(list: unknown): Record<string, unknown>[] {
  // Object() gives any value fields to look for.
  return batchOf(list).map((value) => Object(value) as Record<string, unknown>);
}

/** One copy, or a move with remove_original; what goes wrong is told per file. */
async function copyOne(parts: StorageParts, wanted: Record<string, unknown>) {
  try {
    const from = checkCloudPath(wanted.src_path);
    const to = checkCloudPath(wanted.dst_path);
    // Source: docs.cloudbase.net/storage/copy-file: never onto itself, never under another name.
    if (from === to) throw new CloudError('INVALID_PARAM', 'a file cannot be copied onto itself');
    if (posix.basename(from) !== posix.basename(to)) {
      throw new CloudError('INVALID_PARAM', 'a copy keeps the name of its file');
    }
    const copied = await parts.files().copy(from, to, {
      isOverwriting: wanted.overwrite !== false,
      isMove: wanted.remove_original === true,
    });
    if (copied === 'taken') throw new CloudError('STORAGE_FILE_EXIST', `${to} exists already`);
    if (copied === 'absent') {
      throw new CloudError('STORAGE_FILE_NONEXIST', `${from} does not exist`);
    }
    return { fileId: fileIdOf(parts.context.envId, to) };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { code: error.code, message: error.message };
  }
}
