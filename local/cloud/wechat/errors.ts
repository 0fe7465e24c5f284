/** WeChat's error codes: every answer has status 200, and what went wrong in errcode and errmsg. */
import { randomBytes } from 'node:crypto';

export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`);
    this.name = 'WechatError';
  }
}

/** Codes and words as WeChat answers them. Sources: global error codes, and the calls' own pages. */
export const ERRORS = {
  systemBusy: [-1, 'system error'],
  invalidCredential: [40001, 'invalid credential, access_token is invalid or not latest'],
  invalidGrantType: [40002, 'invalid grant_type'],
  invalidOpenid: [40003, 'invalid openid'],
  invalidAppid: [40013, 'invalid appid'],
  invalidCode: [40029, 'invalid code'],
  invalidTemplate: [40037, 'invalid template_id'],
  invalidArgument: [40097, 'invalid args'],
  invalidSecret: [40125, 'invalid appsecret'],
  invalidScene: [40129, 'invalid scene'],
  tokenMissing: [41001, 'access_token missing'],
  invalidPage: [41030, 'invalid page'],
  tokenExpired: [42001, 'access_token expired'],
  wantsPost: [43002, 'require POST method'],
  userRefused: [43101, 'user refuse to accept the msg'],
  emptyBody: [44002, 'empty post data'],
  contentTooLong: [45002, 'content size out of limit'],
  quota: [45009, 'reach max api daily quota limit'],
  malformed: [47001, 'data format error'],
  argument: [47003, 'argument invalid!'],
  inactive: [61010, 'code is expired'],
  unknownPath: [40066, 'invalid url'],
} as const satisfies Record<string, readonly [number, string]>;

/** One of the errors above; `detail` goes behind the words as WeChat does (` data.thing1.value invalid`). */
export function wechatError(name: keyof typeof ERRORS, detail = ''): WechatError {
  const [errcode, errmsg] = ERRORS[name];
  return new WechatError(errcode, detail ? `${errmsg} ${detail}` : errmsg);
}

/** The id WeChat puts behind every errmsg, and the form of its trace ids: 6ab3f1c2-0d4e55aa-7c00e1b9. */
export function newTraceId(): string {
  const hex = randomBytes(12).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 16), hex.slice(16)].join('-');
}
