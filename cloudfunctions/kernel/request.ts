/**
 * One HTTP request over a line that is kept for the next. Node's own `fetch` does the same through web
 * streams, which takes a function twice the time, and a cold one longer still to load.
 */
import http from 'node:http';
import https from 'node:https';

export interface HttpRequest {
  url: URL;
  /** Sent as JSON by POST; without it a GET. */
  json?: unknown;
  /** All of it, the answer included, must be done by then. */
  msMax: number;
  /** A longer answer is read no further, and is an AnswerTooLong. */
  bytesMax?: number;
  /** Takes the answer's body piece by piece, so that none of it is kept. */
  onPiece?: (piece: Buffer) => void;
}

export class AnswerTooLong extends Error {}

export interface HttpAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

/** Rejects when no whole answer came in time. Redirects are answers, and are not followed. */
export function request(wanted: HttpRequest): Promise<HttpAnswer> {
  return send(wanted, Date.now() + wanted.msMax);
}

function send(wanted: HttpRequest, deadline: number): Promise<HttpAnswer> {
  const { url, json } = wanted;
  const isHttps = url.protocol === 'https:';
  // Chinese goes as it is: WeChat does not read \u escapes.
  const body = json === undefined ? undefined : Buffer.from(JSON.stringify(json));
  const headers = body && { 'content-type': 'application/json', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = (isHttps ? https : http).request(url, {
      ...{ method: body ? 'POST' : 'GET', headers: headers ?? {} },
      agent: agents[isHttps ? 'https:' : 'http:'],
    });
    let isAnswered = false;
    const late = setTimeout(() => sent.destroy(new Error('late')), deadline - Date.now());
    sent.once('response', (answer) => {
      isAnswered = true;
      take(answer, wanted).then(resolve, reject);
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // The other side closed the line while this instance stood still; nothing of it was read.
      const isClosed = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      if (sent.reusedSocket && !isAnswered && isClosed)
        send(wanted, deadline).then(resolve, reject);
      else reject(error);
    });
    sent.once('close', () => clearTimeout(late));
    sent.end(body);
  });
}

function take(
  answer: http.IncomingMessage,
  { bytesMax = Infinity, onPiece }: HttpRequest,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const keep = onPiece ?? ((chunk: Buffer) => void chunks.push(chunk));
    let length = 0;
    answer.on('data', (chunk: Buffer) => {
      keep(chunk);
      length += chunk.length;
      if (length <= bytesMax) return;
      reject(new AnswerTooLong());
      answer.destroy();
    });
    answer.once('end', () => {
      const { statusCode = 0, headers } = answer;
      resolve({ status: statusCode, headers, body: Buffer.concat(chunks) });
    });
    answer.once('error', reject);
    answer.once('close', () => {
      if (!answer.complete) reject(new Error('cut off'));
    });
  });
}
