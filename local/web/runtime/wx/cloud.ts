/** `wx.cloud` against the local cloud's gateway; answers and errors have the shape of the real one. */
import { settle } from './api';
import type { WxContext } from './context';
import { parameterFault } from './fault';
import { CloudFault, gatewayFault } from './cloud-fault';
import type { FileLoader } from './files/loader';
import type { Drive } from './files/drive';
import { extensionOf } from './files/paths';
import { exchange, type Incoming, type Outgoing, type TimeoutOf } from './network/exchange';
import type { Line } from './network/line';
import type { Queue } from './network/queue';
import { createDownloadTask, createUploadTask } from './network/transfer';

/** What wx.cloud of the browser serves; the rest throws with its name. */
export type CloudPart = Pick<
  WxCloud,
  'init' | 'callFunction' | 'uploadFile' | 'downloadFile' | 'getTempFileURL' | 'deleteFile'
>;

interface CloudParts {
  context: WxContext;
  line: Line;
  queue: Queue;
  drive: Drive;
  loader: FileLoader;
  timeoutOf: TimeoutOf;
}

/** Source: documentation of Cloud.getTempFileURL. */
export const TEMP_URLS_MAX = 50;

export function createCloud(parts: CloudParts): CloudPart {
  const { loader, drive } = parts;
  const gateway = createGatewayClient(parts);
  const cloud = {
    // The frame's address says which cloud; an environment id chooses nothing here.
    init: () => undefined,
    callFunction: when('callFunction', async ({ name, data }: ICloud.CallFunctionParam) => {
      const incoming = await gateway({
        path: `/call/${encodeURIComponent(name)}`,
        method: 'POST',
        body: JSON.stringify(data ?? {}),
      });
      return { result: parsedResult(incoming), requestID: requestIdOf(incoming) };
    }),
    uploadFile: (option: ICloud.UploadFileParam) => {
      const { task, tell, signal } = createUploadTask();
      const promise = settleCloud('uploadFile', option, async () => {
        const body = await loader.load(requireText(option.filePath, 'filePath'));
        const path = requireText(option.cloudPath, 'cloudPath').split('/');
        const incoming = await gateway({
          path: `/upload/${path.map(encodeURIComponent).join('/')}`,
          method: 'PUT',
          body,
          timeoutMs: parts.timeoutOf('uploadFile'),
          signal,
          onUpload: tell,
        });
        const { fileID } = jsonOf(incoming) as { fileID: string }; // the gateway's answer
        return { fileID, statusCode: incoming.statusCode };
      });
      return promise ?? task;
    },
    getTempFileURL: when('getTempFileURL', async ({ fileList }: ICloud.GetTempFileURLParam) => ({
      fileList: await temporaryUrls(gateway, fileList),
    })),
    downloadFile: (option: ICloud.DownloadFileParam) => {
      const { task, tell, signal } = createDownloadTask();
      const promise = settleCloud('downloadFile', option, async () => {
        const [file] = await temporaryUrls(gateway, [requireText(option.fileID, 'fileID')]);
        if (!file || file.status !== 0) throw new CloudFault('STORAGE_FILE_NONEXIST', file?.errMsg);
        const incoming = await parts.queue.run(() =>
          parts.line.carry((cut) =>
            exchange({ ...getting(file.tempFileURL, parts), signal, cut, onDownload: tell }),
          ),
        );
        const bytes = new Uint8Array(incoming.body);
        const tempFilePath = drive.keepTemporarily(bytes, extensionOf(option.fileID));
        return { tempFilePath, statusCode: incoming.statusCode };
      });
      return promise ?? task;
    },
    // Phones may delete nothing in our storage rules, and the gateway has no route for it.
    deleteFile: when('deleteFile', async ({ fileList }: ICloud.DeleteFileParam) => ({
      fileList: fileList.map((fileID) => ({
        fileID,
        status: DENIED_STATUS,
        errMsg: 'STORAGE_EXCEED_AUTHORITY',
      })),
    })),
  };
  // Overloads of the typings: a task where a callback was given, a promise where none was.
  return cloud as unknown as CloudPart;
}

// errCode of "no permission" on storage; source: list of error codes of WeChat cloud development.
const DENIED_STATUS = -503001;

type Callbacks = Parameters<typeof settle>[1];

function when<O extends Callbacks>(name: string, run: (option: O) => Promise<object>) {
  return (option: O) => settleCloud(name, option, () => run(option));
}

function settleCloud(name: string, option: Callbacks, run: () => Promise<object>) {
  return settle(`cloud.${name}`, option ?? {}, run);
}

interface GatewayRequest {
  path: string;
  method: string;
  body: Outgoing['body'];
  timeoutMs?: number;
  signal?: AbortSignal;
  onUpload?: Outgoing['onUpload'];
}

type Gateway = (request: GatewayRequest) => Promise<Incoming>;

function createGatewayClient({ context, line, queue, timeoutOf }: CloudParts): Gateway {
  const { cloud, openid } = context.frame;
  return async ({ path, ...request }) => {
    const headers: Record<string, string> = { 'content-type': contentTypeOf(request.body) };
    if (openid !== undefined) headers['x-openid'] = openid;
    const outgoing = { url: cloud + path, headers, timeoutMs: timeoutOf('request'), ...request };
    const incoming = await queue.run(() => line.carry((cut) => exchange({ ...outgoing, cut })));
    if (incoming.statusCode !== 200) throw gatewayFault(incoming);
    return incoming;
  };
}

function contentTypeOf(body: Outgoing['body']): string {
  return body instanceof Blob ? body.type || 'application/octet-stream' : 'application/json';
}

async function temporaryUrls(gateway: Gateway, fileList: unknown) {
  if (!Array.isArray(fileList) || fileList.length > TEMP_URLS_MAX) {
    throw parameterFault(`fileList should be an array of at most ${TEMP_URLS_MAX}`);
  }
  const incoming = await gateway({
    path: '/temp-urls',
    method: 'POST',
    body: JSON.stringify({ fileList: fileList as unknown[] }),
  });
  // The gateway's answer, as the cloud's storage service words it.
  const { fileList: found } = jsonOf(incoming) as {
    fileList: { fileID: string; tempFileURL: string; code: string; maxAge?: number }[];
  };
  return found.map(({ fileID, tempFileURL, code, maxAge }) => {
    const isFound = code === 'SUCCESS';
    const status = isFound ? 0 : DENIED_STATUS;
    return { fileID, tempFileURL, maxAge: maxAge ?? 0, status, errMsg: isFound ? 'ok' : code };
  });
}

function getting(url: string, { timeoutOf }: CloudParts): Outgoing {
  return { url, method: 'GET', headers: {}, timeoutMs: timeoutOf('downloadFile') };
}

function jsonOf({ body }: Incoming): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}

// A function that returns nothing answers an empty body or null; wx.cloud gives null.
function parsedResult(incoming: Incoming): unknown {
  return incoming.body.byteLength === 0 ? null : jsonOf(incoming);
}

function requestIdOf({ headers }: Incoming): string {
  return headers['x-request-id'] ?? '';
}

function requireText(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') {
    throw parameterFault(`parameter.${name} should be a non-empty string`);
  }
  return value;
}
