/** What one call of WeChat's server API is to the server in front of it. */
import type { WechatError } from './errors';

export interface WechatRequest {
  query: URLSearchParams;
  /** JSON object of a POST; empty for a GET. */
  body: Record<string, unknown>;
}

/** A picture goes out as it is, all else as JSON. */
export type WechatAnswer = Record<string, unknown> | { picture: Buffer };

export interface Endpoint {
  method: 'GET' | 'POST';
  needsToken: boolean;
  /** Throws {@link WechatError} for what WeChat answers with an errcode. */
  answer(request: WechatRequest): Promise<WechatAnswer> | WechatAnswer;
}

/** By path, as under api.weixin.qq.com. */
export type Endpoints = Record<string, Endpoint>;

export type { WechatError };
