/**
 * The access token of WeChat's server API, shared by all instances through one document. Whoever
 * finds it used up takes a short lease to fetch the next; the others wait for it a moment.
 */
import { pause } from '../kernel/pause';
import { postJson } from './request';

export interface TokenDocument {
  _id: 'wechat_token';
  token: string;
  expiresAt: number;
  leaseUntil: number;
}

/** Where the token is shared. */
export interface TokenKeeper {
  readToken(): Promise<TokenDocument | undefined>;
  /** False when somebody else is fetching it. */
  leaseToken(span: { now: number; until: number }): Promise<boolean>;
  keepToken(token: string, expiresAt: number): Promise<void>;
}

export interface WechatAccount {
  base: string;
  appId: string;
  appSecret: string;
}

/** Not used in its last minutes: WeChat renews it then, and a check may take a while. */
const reserveMs = 5 * 60 * 1000;
const leaseMs = 10_000;
const pauseMs = 150;

export function openToken(account: WechatAccount, keeper: TokenKeeper, now: () => number) {
  let known: { token: string; expiresAt: number } | undefined;
  const isGood = (one: { expiresAt: number } | undefined) =>
    one !== undefined && one.expiresAt - reserveMs > now();
  let refused = '';

  async function fetchToken(deadline: number): Promise<string | undefined> {
    const answer = await postJson(
      new URL('/cgi-bin/stable_token', account.base),
      { grant_type: 'client_credential', appid: account.appId, secret: account.appSecret },
      deadline,
    );
    if (!answer || typeof answer.access_token !== 'string') return undefined;
    const expiresAt = now() + Number(answer.expires_in) * 1000;
    known = { token: answer.access_token, expiresAt };
    await keeper.keepToken(known.token, expiresAt);
    return known.token;
  }

  async function find(deadline: number): Promise<string | undefined> {
    while (Date.now() < deadline) {
      const shared = await keeper.readToken();
      if (shared && isGood(shared) && shared.token !== refused) {
        known = shared;
        return shared.token;
      }
      if (await keeper.leaseToken({ now: now(), until: now() + leaseMs })) {
        return fetchToken(deadline);
      }
      await pause(pauseMs);
    }
    return undefined;
  }

  let finding: Promise<string | undefined> | undefined;
  return {
    /** A token that should hold, looked for once by all who ask at once; undefined when none can be had in time. */
    async get(deadline: number): Promise<string | undefined> {
      if (known && isGood(known)) return known.token;
      finding ??= find(deadline).finally(() => (finding = undefined));
      return finding;
    },
    /** WeChat does not take it any more, whatever its time. */
    forget(token: string): void {
      refused = token;
      // Of several calls at once the first may have found the next one already.
      if (known?.token === token) known = undefined;
    },
  };
}
