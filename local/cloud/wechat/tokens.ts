/** Access tokens: /cgi-bin/stable_token and /cgi-bin/token, whose tokens do not disturb each other. */
import { randomBytes } from 'node:crypto';
import { APP_ID, APP_SECRET } from '../application';
import type { Clock } from '../service';
import { dayInChina } from './china-day';
import type { Endpoint, Endpoints } from './endpoint';
import { wechatError } from './errors';
import {
  FORCED_REFRESH_APART_MS,
  FORCED_REFRESHES_A_DAY,
  TOKEN_RENEWAL_MS,
  TOKEN_SECONDS,
} from './limits';
import type { State, Token } from './state';

/** An expired token is told from an unknown one for so long; ours. */
const REMEMBERED_MS = 24 * 3_600_000;

export interface Tokens {
  endpoints: Endpoints;
  /** Throws 41001, 40001 or 42001. */
  check(text: string | null): void;
  /** No token handed out so far is good any more. */
  revokeAll(): Promise<void>;
  /** Forgets how often a refresh was forced. */
  clear(): void;
}

export function createTokens({ clock, state }: { clock: Clock; state: State }): Tokens {
  const { kept } = state;
  let mayForce = countForced();

  async function issue(): Promise<Token> {
    const now = clock.now();
    const text = `LOCAL_${randomBytes(48).toString('base64url')}`;
    const token = { text, expiresAt: now + TOKEN_SECONDS * 1000 };
    kept.tokens = kept.tokens.filter((one) => one.expiresAt > now - REMEMBERED_MS);
    kept.tokens.push(token);
    return token;
  }

  async function stable(isForced: boolean): Promise<Token> {
    const now = clock.now();
    const present = kept.stable;
    const isFresh = present !== undefined && present.expiresAt - now > TOKEN_RENEWAL_MS;
    const isForcedNow = isForced && mayForce(now);
    if (present && isFresh && !isForcedNow) return present;
    if (present && isForcedNow) remove(present);
    kept.stable = await issue();
    await state.save();
    return kept.stable;
  }

  async function plain(): Promise<Token> {
    const before = kept.plain;
    if (before) before.expiresAt = Math.min(before.expiresAt, clock.now() + TOKEN_RENEWAL_MS);
    const atOld = kept.tokens.find((one) => one.text === before?.text);
    if (atOld && before) atOld.expiresAt = before.expiresAt;
    kept.plain = await issue();
    await state.save();
    return kept.plain;
  }

  function remove(token: Token): void {
    kept.tokens = kept.tokens.filter((one) => one.text !== token.text);
  }

  return {
    check(text) {
      if (!text) throw wechatError('tokenMissing');
      const token = kept.tokens.find((one) => one.text === text);
      if (!token) throw wechatError('invalidCredential');
      if (token.expiresAt <= clock.now()) throw wechatError('tokenExpired');
    },
    async revokeAll() {
      kept.tokens = [];
      delete kept.stable;
      delete kept.plain;
      await state.save();
    },
    clear: () => void (mayForce = countForced()),
    endpoints: {
      '/cgi-bin/stable_token': tokenEndpoint('POST', async ({ body }) => {
        checkApplication(body);
        return told(await stable(body.force_refresh === true), clock.now());
      }),
      '/cgi-bin/token': tokenEndpoint('GET', async ({ query }) => {
        checkApplication(Object.fromEntries(query));
        return told(await plain(), clock.now());
      }),
    },
  };
}

function told(token: Token, nowMs: number): Record<string, unknown> {
  const expiresIn = Math.floor((token.expiresAt - nowMs) / 1000);
  return { access_token: token.text, expires_in: expiresIn };
}

function tokenEndpoint(method: Endpoint['method'], answer: Endpoint['answer']): Endpoint {
  return { method, needsToken: false, answer };
}

/** Whether a forced refresh may happen now; too soon after the last it may not, too often throws 45009. */
function countForced(): (now: number) => boolean {
  let day = '';
  let count = 0;
  let lastAt = -Infinity;
  return (now) => {
    if (now - lastAt < FORCED_REFRESH_APART_MS) return false;
    if (day !== dayInChina(now)) count = 0;
    if (count >= FORCED_REFRESHES_A_DAY) throw wechatError('quota');
    day = dayInChina(now);
    count += 1;
    lastAt = now;
    return true;
  };
}

function checkApplication(given: Record<string, unknown>): void {
  if (given.grant_type !== 'client_credential') throw wechatError('invalidGrantType');
  if (given.appid !== APP_ID) throw wechatError('invalidAppid');
  if (given.secret !== APP_SECRET) throw wechatError('invalidSecret');
}
