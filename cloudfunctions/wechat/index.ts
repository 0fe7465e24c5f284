/**
 * The only caller of WeChat's server API. Nothing here throws for what WeChat does or fails to do:
 * a check that cannot be had is an answer, and people decide.
 */
import { openCaller } from './caller';
import type { WechatAnswer } from './request';
import type { TokenKeeper } from './token';

export type UncheckedReason = 'service_down' | 'author_away';

export type TextVerdict =
  | { verdict: 'pass' }
  | { verdict: 'doubtful'; labels: number[]; words: string[] }
  | { verdict: 'unchecked'; reason: UncheckedReason };

export type PhotoAsked =
  { verdict: 'waiting'; traceId: string } | { verdict: 'unchecked'; reason: UncheckedReason };

/** What handlers may ask of WeChat. */
export type Wechat = ReturnType<typeof openWechat>;

/** Together, token and retries included; a phone in a village waits for it. */
const patienceMs = 3000;
/** A picture takes WeChat longer; whoever prints a poster waits for it. */
const picturePatienceMs = 8000;
/** Source: msgSecCheck 2.0: the person has not used the app for two hours. */
const awayCode = 61010;
/** Sharp on a poster: WeChat draws 280 to 1280. */
const codePixels = 860;
/** Scene 3 of 1–4: a forum; an article is nearest to it. */
const scene = 3;

/** Without a base or a secret in the environment every check is «not had». */
export function openWechat(keeper: TokenKeeper, now: () => number) {
  const { call, callForPicture } = openCaller(keeper, now);
  return {
    /** All pieces of one text, under the person who files or opens it. */
    async checkText(chunks: string[], openid: string): Promise<TextVerdict> {
      const deadline = Date.now() + patienceMs;
      const answers = await Promise.all(
        chunks.map((content) =>
          call('/wxa/msg_sec_check', { version: 2, scene, openid, content }, deadline),
        ),
      );
      return verdictOf(answers);
    },
    /** Asks about one photo; the result comes as a message with this trace id. */
    async askPhoto(mediaUrl: string, openid: string): Promise<PhotoAsked> {
      const deadline = Date.now() + patienceMs;
      const body = { version: 2, scene, openid, media_url: mediaUrl, media_type: 2 };
      const answer = await call('/wxa/media_check_async', body, deadline);
      if (answer?.errcode === 0 && typeof answer.trace_id === 'string') {
        return { verdict: 'waiting', traceId: answer.trace_id };
      }
      return { verdict: 'unchecked', reason: reasonOf([answer]) };
    },
    /** The picture of a code that opens a page of this app; undefined where none can be had. */
    async drawCode(code: { page: string; scene: string }): Promise<Buffer | undefined> {
      // check_path off: a poster may be printed before the page that it opens is released.
      const body = { ...code, check_path: false, width: codePixels };
      const deadline = Date.now() + picturePatienceMs;
      const answer = await callForPicture('/wxa/getwxacodeunlimit', body, deadline);
      return Buffer.isBuffer(answer) ? answer : undefined;
    },
  };
}

function verdictOf(answers: (WechatAnswer | undefined)[]): TextVerdict {
  const doubts = answers.filter((one) => one?.errcode === 0 && suggestOf(one) !== 'pass');
  if (doubts.length > 0) {
    return {
      verdict: 'doubtful',
      labels: doubts.map((one) => Number(fieldsOf(one?.result).label)),
      words: doubts.flatMap(keywordsOf),
    };
  }
  if (answers.every((one) => one?.errcode === 0)) return { verdict: 'pass' };
  return { verdict: 'unchecked', reason: reasonOf(answers) };
}

function reasonOf(answers: (WechatAnswer | undefined)[]): UncheckedReason {
  return answers.some((one) => one?.errcode === awayCode) ? 'author_away' : 'service_down';
}

/** What WeChat does not clearly pass is doubtful. */
const suggestOf = (answer: WechatAnswer | undefined) => fieldsOf(answer?.result).suggest;

function keywordsOf(answer: WechatAnswer | undefined): string[] {
  const details = Array.isArray(answer?.detail) ? answer.detail : [];
  return details
    .map((one) => fieldsOf(one).keyword)
    .filter((word): word is string => typeof word === 'string' && word !== '');
}

function fieldsOf(value: unknown): Record<string, unknown> {
  // An object's fields may be looked at whatever they are.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
