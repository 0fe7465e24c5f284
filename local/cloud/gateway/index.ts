import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import { isOpenid } from '../identity/persona';
import { answerJson } from '../server/answer';
import { parseJsonObject, readBody, readJsonObject } from '../server/body';
import type { Functions, Identity, Service } from '../service';
import type { PhoneStorage } from '../storage';
import { CALL_BODY_BYTES_MAX, TEMP_URLS_BODY_BYTES_MAX } from './limits';

interface GatewayParts {
  functions: Functions;
  storage: PhoneStorage;
  identity: Identity;
}

/**
 * What a phone or a script talks to where the real thing has wx.cloud. Who asks is said by the header
 * x-openid, which a page on this laptop is trusted with; without it the caller is an anonymous visitor.
 */
export function createGateway({ functions, storage, identity }: GatewayParts): Service {
  /** The caller's openid; absent for an anonymous visitor. Throws INVALID_PARAM on a wrong form. */
  function callerOf(request: IncomingMessage): string | undefined {
    const openid = request.headers['x-openid'];
    if (openid === undefined || openid === '') return undefined;
    if (!isOpenid(openid)) {
      throw new CloudError('INVALID_PARAM', 'x-openid must match [0-9A-Za-z_-]{6,64}');
    }
    identity.touch(openid);
    return openid;
  }

  async function call(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    requireMethod(request, 'POST');
    const openid = callerOf(request);
    const name = url.pathname.slice('/call/'.length);
    refuseUnlessCallable(functions, name, openid);
    const body = await readBody(request, CALL_BODY_BYTES_MAX);
    const event = body.length === 0 ? {} : parseJsonObject(body.toString('utf8'));
    const sourceIp = request.socket.remoteAddress;
    const result = await functions.invoke(name, event, { openid, source: 'wx_client', sourceIp });
    answerJson(response, 200, result);
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requireMethod(request, 'PUT');
    const openid = callerOf(request);
    if (openid === undefined) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'an anonymous visitor may not upload');
    }
    const cloudPath = pathAfter('/upload/', request);
    answerJson(response, 200, { fileID: await storage.putAsPhone(cloudPath, openid, request) });
  }

  async function temporaryUrls(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requireMethod(request, 'POST');
    const openid = callerOf(request);
    const { fileList } = await readJsonObject(request, TEMP_URLS_BODY_BYTES_MAX);
    const urls = await storage.temporaryUrlsAsPhone(wantedFiles(fileList), openid);
    answerJson(response, 200, { fileList: urls });
  }

  const nothing = async () => undefined;
  return {
    name: 'gateway',
    start: nothing,
    reset: nothing,
    stop: nothing,
    routes: [
      { prefix: '/call/', browsers: true, handle: call },
      { prefix: '/upload/', browsers: true, handle: upload },
      { prefix: '/temp-urls', browsers: true, handle: temporaryUrls },
    ],
  };
}

/** The function's security rule, which binds phones only. */
function refuseUnlessCallable(functions: Functions, name: string, openid?: string): void {
  const found = functions.list().find((config) => config.name === name);
  if (!found) {
    const message = `FunctionName parameter could not be found: ${name}`;
    throw new CloudError('FUNCTION_NOT_FOUND', message);
  }
  const { invoke } = found;
  if (invoke === true || (invoke === 'signed-in' && openid !== undefined)) return;
  const message = `the security rule of function ${name} does not let this caller invoke it`;
  throw new CloudError('FUNCTIONS_PERMISSION_DENIED', message);
}

/** The rest of the path as it was sent, not as URL would tidy it: storage must see every `..`. */
function pathAfter(prefix: string, request: IncomingMessage): string {
  const encoded = (request.url ?? '').split('?', 1)[0]?.slice(prefix.length) ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new CloudError('INVALID_PARAM', 'the path is not percent-encoded UTF-8');
  }
}

function wantedFiles(fileList: unknown): { fileID: string; maxAge?: number }[] {
  if (!Array.isArray(fileList)) throw new CloudError('INVALID_PARAM', 'fileList must be an array');
  return fileList.map((wanted: unknown) => {
    if (typeof wanted === 'string') return { fileID: wanted };
    const { fileID, maxAge } = Object(wanted) as Record<string, unknown>; // any value has fields
    if (typeof fileID !== 'string' || !(maxAge === undefined || typeof maxAge === 'number')) {
      const message = 'fileList holds file ids, or objects of fileID and maxAge in seconds';
      throw new CloudError('INVALID_PARAM', message);
    }
    return { fileID, maxAge };
  });
}

function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new CloudError('METHOD_NOT_ALLOWED', `use ${method}`);
}
