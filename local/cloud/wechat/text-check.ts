/** /wxa/msg_sec_check, version 2. */
import type { Clock, Identity } from '../service';
import type { Endpoint } from './endpoint';
import { newTraceId, wechatError } from './errors';
import { ACTIVE_WITHIN_MS, TEXT_CHARACTERS_MAX } from './limits';
import type { Verdicts } from './verdicts';

const SCENES = [1, 2, 3, 4];
const CHECKED_FIELDS = ['content', 'title', 'nickname', 'signature'];

export function textCheckEndpoint(parts: {
  clock: Clock;
  identity: Pick<Identity, 'lastActiveAt'>;
  verdicts: Verdicts;
}): Endpoint {
  return {
    method: 'POST',
    needsToken: true,
    answer({ body }) {
      const { content, openid } = body;
      if (typeof content !== 'string' || content === '') throw wechatError('emptyBody');
      if ([...content].length > TEXT_CHARACTERS_MAX) throw wechatError('contentTooLong');
      if (Number(body.version) !== 2) throw wechatError('invalidArgument', 'version');
      if (!SCENES.includes(Number(body.scene))) throw wechatError('invalidArgument', 'scene');
      checkActive(openid, parts);
      const texts = CHECKED_FIELDS.map((field) => String(body[field] ?? ''));
      const { suggest, label, found } = parts.verdicts.of(texts.join('\n'));
      const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
      const word = { strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword: found };
      return {
        errcode: 0,
        errmsg: 'ok',
        detail: found === undefined ? [model] : [model, word],
        trace_id: newTraceId(),
        result: { suggest, label },
      };
    },
  };
}

/** Throws 40003 for what is no openid, 61010 for one that was not active within two hours. */
export function checkActive(
  openid: unknown,
  parts: { clock: Clock; identity: Pick<Identity, 'lastActiveAt'> },
): asserts openid is string {
  if (typeof openid !== 'string' || !isOpenid(openid)) throw wechatError('invalidOpenid');
  const activeAt = parts.identity.lastActiveAt(openid);
  if (activeAt === undefined || parts.clock.now() - activeAt > ACTIVE_WITHIN_MS)
    throw wechatError('inactive');
}

/** The characters of an openid; its length is left open, since local ones are short and readable. */
export function isOpenid(text: string): boolean {
  return /^[0-9A-Za-z_-]{6,64}$/.test(text);
}
