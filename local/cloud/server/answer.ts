import type { ServerResponse } from 'node:http';
import { CloudError } from '../errors';

/** Ends the response with a JSON body; `undefined` becomes `null`, as over the real wire. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value) ?? 'null';
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** Ends the response with `{code, message, requestId}` and the HTTP status that fits the code. */
export function answerError(response: ServerResponse, error: CloudError): void {
  const { code, message } = error;
  // A body that was not read to its end would be taken for the next request.
  if (!response.req.complete) response.setHeader('connection', 'close');
  answerJson(response, httpStatusOf(code), { code, message, requestId: requestIdOf(response) });
}

/** The id that the server gave to this request, also sent as the header x-request-id. */
export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader('x-request-id') ?? '');
}

/** What the caller may see of anything thrown: a CloudError as it is, all else as SYS_ERR. */
export function asCloudError(thrown: unknown): CloudError {
  if (thrown instanceof CloudError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new CloudError('SYS_ERR', `system error: ${reason}`);
}

/** HTTP status of a CloudBase error code, for answers that are not read by the SDK. */
export function httpStatusOf(code: string): number {
  return statusByCode[code] ?? (code.startsWith('FUNCTIONS_') ? 500 : 400);
}

const statusByCode: Record<string, number> = {
  SYS_ERR: 500,
  SERVICE_UNAVAILABLE: 503,
  METHOD_NOT_ALLOWED: 405,
  NOT_FOUND: 404,
  INVALID_REQUEST_SOURCE: 403,
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  FUNCTION_NOT_FOUND: 404,
  FUNCTIONS_PERMISSION_DENIED: 403,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
  STORAGE_EXCEED_AUTHORITY: 403,
  STORAGE_FILE_NONEXIST: 404,
  STORAGE_FILE_TOO_LARGE: 413,
  STORAGE_REQUEST_FAIL: 500,
};
