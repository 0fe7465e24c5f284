import { settleByCallbacks } from '../api';
import { ApiFault, parameterFault } from '../fault';
import type { Drive } from '../files/drive';
import type { FileLoader } from '../files/loader';
import { createOperations } from '../files/operations';
import { extensionOf } from '../files/paths';
import { createListeners } from '../listeners';
import { exchange, type Incoming, type Progress, type TimeoutOf } from './exchange';
import type { Line } from './line';
import type { Queue } from './queue';

type UploadProgress = WechatMiniprogram.UploadTaskOnProgressUpdateListenerResult;
type DownloadProgress = WechatMiniprogram.DownloadTaskOnProgressUpdateListenerResult;

/** Largest file of wx.uploadFile; source: facts of the platform, "uploadFile ≤ 10 MB". */
export const UPLOAD_BYTES_MAX = 10 * 1024 * 1024;

export interface TransferParts {
  line: Line;
  queue: Queue;
  drive: Drive;
  loader: FileLoader;
  timeoutOf: TimeoutOf;
}

/** `wx.uploadFile` and `wx.downloadFile` to any address. */
export function createTransfer({ line, queue, drive, loader, timeoutOf }: TransferParts) {
  return {
    uploadFile: (option: WechatMiniprogram.UploadFileOption): WechatMiniprogram.UploadTask => {
      const task = createUploadTask();
      settleByCallbacks('uploadFile', option, async () => {
        const body = await formOf(option, await loader.load(option.filePath));
        const incoming = await queue.run(() =>
          line.carry((cut) =>
            exchange({
              cut,
              url: option.url,
              method: 'POST',
              headers: textHeaders(option.header),
              body,
              timeoutMs: option.timeout ?? timeoutOf('uploadFile'),
              signal: task.signal,
              onUpload: task.tell,
            }),
          ),
        );
        const { statusCode, body: answer } = incoming;
        return { statusCode, data: new TextDecoder().decode(answer) };
      });
      return task.task;
    },
    downloadFile: (
      option: WechatMiniprogram.DownloadFileOption,
    ): WechatMiniprogram.DownloadTask => {
      const task = createDownloadTask();
      settleByCallbacks('downloadFile', option, async () => {
        const timeout = option.timeout ?? timeoutOf('downloadFile');
        const incoming = await queue.run(() =>
          line.carry((cut) => download({ ...option, timeout }, { ...task, cut })),
        );
        return keepDownload(drive, incoming, option);
      });
      return task.task;
    },
  };
}

/** An UploadTask and the ends by which its upload hears and tells. */
export function createUploadTask() {
  const abort = new AbortController();
  const progress = createListeners<UploadProgress>();
  const headers = createListeners<never>();
  const task: WechatMiniprogram.UploadTask = {
    abort: () => abort.abort(),
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
    onHeadersReceived: headers.on,
    offHeadersReceived: headers.off,
  };
  const tell = ({ sent, total }: Progress) =>
    progress.emit({
      progress: percent(sent, total),
      totalBytesSent: sent,
      totalBytesExpectedToSend: total,
    });
  return { task, tell, signal: abort.signal };
}

/** A DownloadTask and the ends by which its download hears and tells. */
export function createDownloadTask() {
  const abort = new AbortController();
  const progress = createListeners<DownloadProgress>();
  const headers = createListeners<never>();
  const task: WechatMiniprogram.DownloadTask = {
    abort: () => abort.abort(),
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
    onHeadersReceived: headers.on,
    offHeadersReceived: headers.off,
  };
  const tell = ({ sent, total }: Progress) =>
    progress.emit({
      progress: percent(sent, total),
      totalBytesWritten: sent,
      totalBytesExpectedToWrite: total,
    });
  return { task, tell, signal: abort.signal };
}

interface Download {
  url: string;
  header?: WechatMiniprogram.IAnyObject;
  timeout: number;
  filePath?: string;
}

interface Ends {
  tell(progress: Progress): void;
  signal: AbortSignal;
  cut: AbortSignal;
}

function download(
  { url, header, timeout }: Download,
  { tell, signal, cut }: Ends,
): Promise<Incoming> {
  return exchange({
    url,
    method: 'GET',
    headers: textHeaders(header),
    timeoutMs: timeout,
    signal,
    cut,
    onDownload: tell,
  });
}

async function keepDownload(
  drive: Drive,
  incoming: Incoming,
  { url, filePath }: Pick<Download, 'url' | 'filePath'>,
) {
  const bytes = new Uint8Array(incoming.body);
  const { statusCode } = incoming;
  await drive.ready;
  const tempFilePath = drive.keepTemporarily(bytes, extensionOf(new URL(url).pathname));
  if (!filePath) return { tempFilePath, statusCode, filePath: '' };
  await createOperations(drive).save(tempFilePath, filePath).done;
  return { tempFilePath: '', filePath, statusCode };
}

async function formOf(option: WechatMiniprogram.UploadFileOption, file: Blob): Promise<FormData> {
  const { filePath, formData = {}, name } = option;
  if (!name) throw parameterFault('name should be a non-empty string');
  if (file.size > UPLOAD_BYTES_MAX) throw new ApiFault('file size is over the limit of 10MB');
  const form = new FormData();
  for (const [field, value] of Object.entries(formData)) form.set(field, String(value));
  form.set(name, file, filePath.slice(filePath.lastIndexOf('/') + 1));
  return form;
}

function textHeaders(header: WechatMiniprogram.IAnyObject = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name, String(value)]));
}

function percent(sent: number, total: number): number {
  return total === 0 ? 100 : Math.floor((sent / total) * 100);
}
