/** HTTP access: paths of the cloud's server that functions answer, by their configuration. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import type { CloudContext, FunctionConfig, Functions, Route, Service } from '../service';
import { toHttpAnswer } from './answer';
import { readHttpEvent } from './event';

/** Two functions with the same path are an Error at start. */
export function createHttp(parts: { context: CloudContext; functions: Functions }): Service {
  const { context, functions } = parts;

  function routeOf(config: FunctionConfig, prefix: string): Route {
    return {
      prefix,
      async handle(request, response, url) {
        const requestId = randomUUID();
        const { envId } = context;
        try {
          const event = await readHttpEvent(request, url, { requestId, envId, appId: 0, uin: 0 });
          const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
          const value = await functions.invoke(config.name, event, { source: 'wx_http', sourceIp });
          const { status, headers, body } = toHttpAnswer(value);
          response.writeHead(status, { ...headers, 'content-length': body.length });
          response.end(body);
        } catch (error) {
          if (!(error instanceof CloudError)) throw error;
          answerFailure(response, error, requestId);
        }
      },
    };
  }

  return {
    name: 'http',
    // Asked for at each request, since a new build may bring new paths.
    get routes() {
      return functions
        .list()
        .flatMap((config) => config.http.map((prefix) => routeOf(config, prefix)));
    },
    async start() {
      const paths = functions.list().flatMap((config) => config.http);
      const twice = paths.find((path, at) => paths.indexOf(path) !== at);
      if (twice) throw new Error(`two functions have the http path ${twice}`);
    },
    async reset() {},
    async stop() {},
  };
}

/** Codes as HTTP access tells them; which number goes with which code is not documented. */
function answerFailure(response: ServerResponse, error: CloudError, requestId: string): void {
  const isLarge = error.code === 'EXCEED_MAX_PAYLOAD_SIZE';
  const isLate = error.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED';
  const code = isLarge || isLate ? error.code : 'FUNCTION_INVOCATION_FAILED';
  // What a function throws is for its log, not for strangers on the network.
  const message = isLarge || isLate ? error.message : 'Function invocation failed';
  const body = JSON.stringify({ code, message, requestId });
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(isLarge ? 413 : isLate ? 504 : 500, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
