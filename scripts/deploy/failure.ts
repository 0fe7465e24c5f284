import type { CloudFailure } from './cloud';

/** As Tencent's library and node-fetch throw it. */
export interface CloudApiError extends Error {
  code?: string;
}

// Source: the common error codes of Tencent's API 3.0, those of SCF, and Node's network codes.
const kinds: [CloudFailure, RegExp][] = [
  ['denied', /^(AuthFailure|UnauthorizedOperation)/],
  ['busy', /^(RequestLimitExceeded|LimitExceeded\.Request|InternalError|ResourceUnavailable)/],
  // A function that is still being made or changed.
  ['busy', /^(FailedOperation|ResourceInUse)\.(FunctionStatus|FunctionNameStatus|UpdateFunction)/],
  ['exists', /^ResourceInUse/],
  ['network', /^(ENOTFOUND|EAI_AGAIN|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE|EHOSTUNREACH)$/],
];

export function failureOf({ code = '' }: CloudApiError): CloudFailure {
  return kinds.find(([, form]) => form.test(code))?.[0] ?? 'other';
}
