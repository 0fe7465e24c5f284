import type { ServerResponse } from 'node:http';
import { requestIdOf } from '../server/answer';

/** An error of the object store behind CloudBase, with its status. Source: COS, error codes. */
export interface CosError {
  status: number;
  code: string;
  message: string;
}

/** The signature is not ours, or is for another path. */
export const signatureDoesNotMatch: CosError = {
  status: 403,
  code: 'SignatureDoesNotMatch',
  message: 'The Signature you specified is invalid.',
};

/** The signature was right once. */
export const requestHasExpired: CosError = {
  status: 403,
  code: 'AccessDenied',
  message: 'Request has expired',
};

/** No file at this path. */
export const noSuchKey: CosError = {
  status: 404,
  code: 'NoSuchKey',
  message: 'The specified key does not exist.',
};

/**
 * Answers as COS does, in XML. The body matters: the SDK reads no status, it takes an upload answered
 * with an empty body for a success.
 */
export function answerCosError(response: ServerResponse, error: CosError): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const requestId = requestIdOf(response);
  const resource = escapeXml(response.req.url?.split('?', 1)[0] ?? '');
  const body =
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n` +
    `\t<Code>${error.code}</Code>\n\t<Message>${escapeXml(error.message)}</Message>\n` +
    `\t<Resource>${resource}</Resource>\n\t<RequestId>${requestId}</RequestId>\n` +
    `\t<TraceId>${requestId}</TraceId>\n</Error>\n`;
  // A body that was not read to its end would be taken for the next request.
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(error.status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
    'x-cos-request-id': requestId,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function escapeXml(text: string): string {
  return text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
