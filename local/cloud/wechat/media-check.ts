/**
 * /wxa/media_check_async, version 2: answers a trace id at once; later the platform pushes the result as
 * the message event `wxa_media_check` to the function that asked for it in its configuration.
 */
import { CloudError } from '../errors';
import type { Identity } from '../service';
import type { Endpoint } from './endpoint';
import { newTraceId, wechatError } from './errors';
import { MEDIA_RESULT_MS } from './limits';
import { pushResult } from './media-result';
import type { ResultParts } from './media-result';
import type { PendingCheck, PendingChecks } from './pending-checks';
import { checkActive } from './text-check';

/** Media types 1 audio, 2 picture; scenes 1 profile, 2 comment, 3 forum, 4 social log. */
const MEDIA_TYPES = [1, 2];
const SCENES = [1, 2, 3, 4];

export interface MediaCheck {
  endpoint: Endpoint;
  /** From the next result on: `{delayMs?, deliver?: 'once' | 'twice' | 'never'}`. */
  tell(input: Record<string, unknown>): void;
  /** Pushes all that wait now, due or not; resolves to their number when these and those under way are done. */
  deliverAll(): Promise<number>;
  start(): void;
  /** Resolves when the results under way are pushed and noted. */
  stop(): Promise<void>;
  clear(): void;
}

interface Parts extends ResultParts {
  identity: Pick<Identity, 'lastActiveAt'>;
  pending: PendingChecks;
}

const TIMES = { once: 1, twice: 2, never: 0 } as const;

interface Told {
  delayMs: number;
  deliver: keyof typeof TIMES;
}

const USUAL: Told = { delayMs: MEDIA_RESULT_MS, deliver: 'once' };

export function createMediaCheck(parts: Parts): MediaCheck {
  const { clock } = parts.context;
  const { pending } = parts;
  let told = USUAL;
  let wait: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  function schedule(): void {
    clearTimeout(wait);
    const nextAt = pending.all().reduce((soonest, { dueAt }) => Math.min(soonest, dueAt), Infinity);
    if (nextAt === Infinity) return;
    wait = setTimeout(() => void deliverDue(), Math.max(0, Math.min(nextAt - clock.now(), 60_000)));
    wait.unref();
  }

  const deliverDue = () => deliver(pending.all().filter((check) => check.dueAt <= clock.now()));

  function deliver(checks: PendingCheck[]): Promise<number> {
    const delivered = push(checks);
    // Its failure belongs to whoever asked for it; the stop only waits.
    underWay = Promise.allSettled([underWay, delivered]);
    return delivered;
  }

  async function push(checks: PendingCheck[]): Promise<number> {
    // Taken off before the push, so that nothing is pushed twice but when told so.
    pending.take(checks);
    schedule();
    for (const check of checks) await pushResult(parts, check, TIMES[told.deliver]);
    await pending.pushed(checks);
    return checks.length;
  }

  return {
    endpoint: {
      method: 'POST',
      needsToken: true,
      async answer({ body }) {
        const traceId = await keepCheck(parts, body, told.delayMs);
        schedule();
        return { errcode: 0, errmsg: 'ok', trace_id: traceId };
      },
    },
    tell(input) {
      told = toldBy(input, told);
    },
    deliverAll: () => deliver(pending.all()).finally(() => underWay),
    start() {
      unsubscribe = clock.onMoved(async () => {
        await deliverDue();
        schedule();
      });
      schedule();
    },
    async stop() {
      clearTimeout(wait);
      unsubscribe();
      await underWay;
      // What was delivered meanwhile may have set the next wait.
      clearTimeout(wait);
    },
    clear() {
      clearTimeout(wait);
      told = USUAL;
    },
  };
}

/** Keeps the check that was asked for until its result is due; gives its trace id. */
async function keepCheck(parts: Parts, body: Record<string, unknown>, delayMs: number) {
  const { clock } = parts.context;
  const mediaUrl = checkedUrl(body);
  checkActive(body.openid, { clock, identity: parts.identity });
  const traceId = newTraceId();
  const dueAt = clock.now() + delayMs;
  await parts.pending.add({ traceId, openid: body.openid, mediaUrl, dueAt });
  return traceId;
}

function toldBy(input: Record<string, unknown>, before: Told): Told {
  const deliver = String(input.deliver ?? before.deliver);
  if (!(deliver in TIMES))
    throw new CloudError('INVALID_PARAM', 'deliver must be once, twice or never');
  // Checked just above.
  return { delayMs: Number(input.delayMs ?? before.delayMs), deliver: deliver as Told['deliver'] };
}

function checkedUrl(body: Record<string, unknown>): string {
  const { media_url: mediaUrl } = body;
  if (Number(body.version) !== 2) throw wechatError('invalidArgument', 'version');
  if (!MEDIA_TYPES.includes(Number(body.media_type)))
    throw wechatError('invalidArgument', 'media_type');
  if (!SCENES.includes(Number(body.scene))) throw wechatError('invalidArgument', 'scene');
  if (typeof mediaUrl !== 'string' || !/^https?:\/\//.test(mediaUrl) || !URL.canParse(mediaUrl))
    throw wechatError('invalidArgument', 'media_url');
  return mediaUrl;
}
