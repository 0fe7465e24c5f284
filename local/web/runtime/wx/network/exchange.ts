/** One HTTP exchange by XMLHttpRequest, which alone tells the progress of an upload. */
import { ApiFault } from '../fault';
import { TIMEOUT_ERRNO, LINE_ERRNO } from './line';

export interface Outgoing {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: Blob | ArrayBuffer | string | FormData;
  timeoutMs: number;
  /** The mini-program's own abort. */
  signal?: AbortSignal;
  /** The line is cut. */
  cut?: AbortSignal;
  onUpload?: (progress: Progress) => void;
  onDownload?: (progress: Progress) => void;
  onHeaders?: (headers: Record<string, string>, statusCode: number) => void;
}

/** Bytes so far; `total` is 0 where the size is unknown. */
export interface Progress {
  sent: number;
  total: number;
}

export interface Incoming {
  statusCode: number;
  headers: Record<string, string>;
  body: ArrayBuffer;
}

/** Default timeout of requests and transfers, ms; source: documentation of app.json networkTimeout. */
export const TIMEOUT_MS = 60_000;

/** How long one may take where the call does not say, ms: as app.json's `networkTimeout` has it. */
export type TimeoutOf = (api: 'request' | 'uploadFile' | 'downloadFile') => number;

/** Sends and resolves with whatever status came back; rejects with ApiFault when none did. */
export function exchange(outgoing: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stops = [outgoing.signal, outgoing.cut].filter((stop) => stop !== undefined);
    if (stops.some((stop) => stop.aborted)) return reject(aborted());
    request.open(outgoing.method, outgoing.url);
    request.responseType = 'arraybuffer';
    request.timeout = outgoing.timeoutMs;
    for (const [name, value] of Object.entries(outgoing.headers)) {
      if (!isForbidden(name)) request.setRequestHeader(name, value);
    }
    hearProgress(request, outgoing);
    request.onload = () =>
      resolve({
        statusCode: request.status,
        headers: headersOf(request),
        body: request.response as ArrayBuffer, // by responseType
      });
    request.onerror = () =>
      reject(new ApiFault('errcode:-102 error_msg:net::ERR_FAILED', { errno: LINE_ERRNO }));
    request.ontimeout = () => reject(new ApiFault('timeout', { errno: TIMEOUT_ERRNO }));
    request.onabort = () => reject(aborted());
    for (const stop of stops) {
      stop.addEventListener('abort', () => request.abort(), { once: true });
    }
    request.send(outgoing.body);
  });
}

/** Why an aborted call failed; WeChat says exactly this. */
export function aborted(): ApiFault {
  return new ApiFault('abort');
}

// WeChat does not let a page set the referer either; a browser refuses the rest by itself.
function isForbidden(name: string): boolean {
  return /^(referer|host|content-length|user-agent|cookie)$/i.test(name);
}

function hearProgress(request: XMLHttpRequest, outgoing: Outgoing): void {
  const { onUpload, onDownload, onHeaders } = outgoing;
  // A listener on `upload` costs a CORS preflight, so there is one only where progress is asked for.
  if (onUpload) {
    request.upload.onprogress = ({ loaded, total }) => onUpload({ sent: loaded, total });
  }
  if (onDownload) request.onprogress = ({ loaded, total }) => onDownload({ sent: loaded, total });
  request.onreadystatechange = () => {
    if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED) {
      onHeaders?.(headersOf(request), request.status);
    }
  };
}

function headersOf(request: XMLHttpRequest): Record<string, string> {
  const lines = request.getAllResponseHeaders().trim().split(/\r\n/);
  return Object.fromEntries(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
