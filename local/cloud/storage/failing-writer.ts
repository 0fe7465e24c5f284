import { writeSync } from 'node:fs';
import { CloudError } from '../errors';
import type { WriteChunk } from './blobs';

/** Errors of a disk that tests may ask for. */
const DISK_ERRORS = ['ENOSPC', 'EDQUOT', 'EIO'];

/**
 * Writes chunks to disk until told to fail: the control `storage/failWrites` takes
 * `{code: 'ENOSPC', afterBytes?}`, and `{}` to write again. How else would a test fill a disk.
 */
export function createFailingWriter() {
  let failure: { code: string; bytesLeft: number } | undefined;

  const writeChunk: WriteChunk = (file, chunk) => {
    if (failure) {
      failure.bytesLeft -= chunk.length;
      if (failure.bytesLeft < 0) throw diskError(failure.code);
    }
    for (let from = 0; from < chunk.length;) from += writeSync(file, chunk, from);
  };

  function control({ code, afterBytes = 0 }: Record<string, unknown>) {
    if (code === undefined) {
      failure = undefined;
      return { failing: false };
    }
    if (typeof code !== 'string' || !DISK_ERRORS.includes(code) || typeof afterBytes !== 'number') {
      throw new CloudError('INVALID_PARAM', `code must be one of ${DISK_ERRORS.join(', ')}`);
    }
    failure = { code, bytesLeft: afterBytes };
    return { failing: true };
  }

  return { writeChunk, control };
}

function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated by a test`), { code });
}
