import { CloudError } from '../errors';
import { PATH_BYTES_MAX } from './limits';

/**
 * A cloud path that may be stored under: no leading, trailing or doubled slash, no `.` or `..`, no
 * backslash or control character, at most 850 bytes. Throws INVALID_PARAM that says which.
 */
export function checkCloudPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw invalid('must be a text that is not empty');
  if (path.startsWith('/')) throw invalid('must not start with "/"');
  if (path.endsWith('/')) throw invalid('must not end with "/"');
  const segments = path.split('/');
  if (segments.includes('')) throw invalid('must not contain "//"');
  if (segments.includes('..') || segments.includes('.')) {
    throw invalid('must not contain a "." or ".." segment');
  }
  if (path.includes('\\')) throw invalid('must not contain a backslash');
  if (/[\u0000-\u001f\u007f]/.test(path)) throw invalid('must not contain control characters');
  if (/\p{Surrogate}/u.test(path)) throw invalid('is not well-formed Unicode');
  if (Buffer.byteLength(path) > PATH_BYTES_MAX) {
    throw invalid(`must not be longer than ${PATH_BYTES_MAX} bytes`);
  }
  return path;
}

/** `cloud://<env>.<bucket>/<path>`, the form of the real thing. */
export function fileIdOf(envId: string, path: string): string {
  return `cloud://${envId}.${bucketOf(envId)}/${path}`;
}

/** The path in a file id of this environment; undefined for any other text. */
export function pathOfFileId(envId: string, fileId: string): string | undefined {
  const prefix = fileIdOf(envId, '');
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
}

/** The path for an address: each segment percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

// Real buckets are `<hex>-<env>-<account number>`.
function bucketOf(envId: string): string {
  return `6c6f-${envId}-1250000000`;
}

function invalid(reason: string): CloudError {
  return new CloudError('INVALID_PARAM', `cloudPath ${reason}`);
}
