/** The result of a media check, and the push of it to a function. */
import { APP_ID, ORIGINAL_ID } from '../application';
import { CloudError } from '../errors';
import type { CloudContext, Functions } from '../service';
import { MEDIA_BYTES_MAX, MEDIA_FETCH_MS } from './limits';
import type { PendingCheck } from './pending-checks';
import type { Verdicts } from './verdicts';

export const MEDIA_EVENT = 'wxa_media_check';

/** Source: results seen in WeChat's developer community: the file could not be fetched. */
const FETCH_FAILED = { errcode: -1008, errmsg: 'download error, check the media url' };

export interface ResultParts {
  context: CloudContext;
  functions: Functions;
  verdicts: Verdicts;
}

/** Fetches the file, judges it, and pushes the result so many times; never rejects. */
export async function pushResult(
  parts: ResultParts,
  check: PendingCheck,
  times: number,
): Promise<void> {
  const { context, functions } = parts;
  if (times === 0) return;
  const event = await resultEvent(parts, check);
  const receiver = functions.list().find((config) => config.messages.includes(MEDIA_EVENT));
  if (!receiver) {
    context.log({ service: 'wechat', level: 'warn', message: `no function takes ${MEDIA_EVENT}` });
    return;
  }
  for (let sent = 0; sent < times; sent += 1) {
    try {
      await functions.invoke(receiver.name, event, { source: 'wx_message' });
    } catch (error) {
      const code = error instanceof CloudError ? error.code : String(error);
      context.log({ service: 'wechat', level: 'error', push: MEDIA_EVENT, code });
    }
  }
}

/** Shape: mediaCheckAsync 2.0, "asynchronous result". */
async function resultEvent(
  parts: ResultParts,
  check: PendingCheck,
): Promise<Record<string, unknown>> {
  const common = {
    ToUserName: ORIGINAL_ID,
    FromUserName: check.openid,
    CreateTime: Math.floor(parts.context.clock.now() / 1000),
    MsgType: 'event',
    Event: MEDIA_EVENT,
    appid: APP_ID,
    trace_id: check.traceId,
    version: 2,
  };
  if (!(await canFetch(check.mediaUrl))) return { ...common, detail: [], ...FETCH_FAILED };
  const { suggest, label } = parts.verdicts.of(check.mediaUrl);
  return {
    ...common,
    errcode: 0,
    errmsg: 'ok',
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    result: { suggest, label },
  };
}

/** The whole file must be there, and not larger than WeChat takes. */
async function canFetch(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(MEDIA_FETCH_MS) });
    if (!response.ok || !response.body) return false;
    let bytes = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > MEDIA_BYTES_MAX) return false;
    }
    return bytes > 0;
  } catch {
    // Refused, reset or too slow: the platform tells all of these as one failed download.
    return false;
  }
}
