import type { IncomingMessage, ServerResponse } from 'node:http';
import { asCloudError } from '../server/answer';
import type { CloudContext, Route } from '../service';
import { answerCosError, requestHasExpired, signatureDoesNotMatch } from './cos-error';
import type { CosError } from './cos-error';
import { FILE_BYTES_MAX, UPLOAD_AUTHORIZATION_SECONDS } from './limits';
import { encodePath } from './paths';
import type { Signer } from './signature';
import type { Store } from './store';

const PREFIX = '/cos/';

/** Where an upload goes and what it must show, for one checked path. */
export function authorizeUpload(context: CloudContext, signer: Signer, path: string) {
  const now = Math.floor(context.clock.now() / 1000);
  const expiresAtSeconds = now + UPLOAD_AUTHORIZATION_SECONDS;
  const signature = signer.sign({ purpose: 'upload', path, expiresAtSeconds });
  return {
    url: context.base() + PREFIX + encodePath(path),
    authorization: `q-sign-time=${now};${expiresAtSeconds}&q-signature=${signature}`,
  };
}

/** PUT of the bytes, as the SDK does it after storage.getUploadMetadata. An empty 200 is success. */
export function uploadRoute(
  context: CloudContext,
  { signer, files }: Pick<Store, 'signer' | 'files'>,
): Route {
  async function store(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request);
    const refusal = refusalOf(path, request.headers.authorization ?? '');
    if (refusal) return answerCosError(response, refusal);
    const upload = { path, openid: null, body: request, bytesMax: FILE_BYTES_MAX };
    const md5 = await files().put(upload);
    response.writeHead(200, { etag: `"${md5}"`, 'content-length': 0 }).end();
  }

  function refusalOf(path: string, authorization: string): CosError | undefined {
    const parts = new URLSearchParams(authorization);
    const expiresAtSeconds = Number(parts.get('q-sign-time')?.split(';')[1]);
    const permit = { purpose: 'upload', path, expiresAtSeconds } as const;
    if (!signer().isSigned(permit, parts.get('q-signature') ?? '')) return signatureDoesNotMatch;
    if (expiresAtSeconds * 1000 < context.clock.now()) return requestHasExpired;
    return undefined;
  }

  return {
    prefix: PREFIX,
    async handle(request, response) {
      if (request.method !== 'PUT') return answerCosError(response, methodNotAllowed);
      try {
        await store(request, response);
      } catch (thrown) {
        const error = asCloudError(thrown);
        const isAborted = request.destroyed && !request.complete;
        if (error.code === 'SYS_ERR' && !isAborted) context.log({ level: 'error', error: thrown });
        answerCosError(response, cosErrorOf(error.code, error.message));
      }
    },
  };
}

const methodNotAllowed: CosError = {
  status: 405,
  code: 'MethodNotAllowed',
  message: 'The specified method is not allowed against this resource.',
};

function cosErrorOf(code: string, message: string): CosError {
  if (code === 'STORAGE_FILE_TOO_LARGE') return { status: 400, code: 'EntityTooLarge', message };
  if (code === 'INVALID_PARAM') return { status: 400, code: 'InvalidArgument', message };
  return { status: 500, code: 'InternalError', message };
}

/** The path as it was sent; one that decodes to nothing good has no signature that fits. */
function pathOf(request: IncomingMessage): string {
  const encoded = (request.url ?? '').split('?', 1)[0]?.slice(PREFIX.length) ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
