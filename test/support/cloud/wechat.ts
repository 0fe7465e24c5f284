/** WeChat's stand-in alone, with stub functions and one known persona. */
import { createWechat } from '../../../local/cloud/wechat';
import type { Wechat } from '../../../local/cloud/wechat';
import type { FunctionConfig, Identity, Persona } from '../../../local/cloud/service';
import { createTestContext } from './cloud-context';
import type { TestContext } from './cloud-context';
import { createStubFunctions } from './stub-functions';
import type { StubFunctions } from './stub-functions';

export interface WechatUnderTest {
  wechat: Wechat;
  context: TestContext;
  functions: StubFunctions;
  /** Marks an openid as active now. */
  touch(openid: string): void;
  /** A fresh token of stable_token. */
  token(): Promise<string>;
  /** POSTs JSON to a path with a good token; the answer's JSON. */
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export const LIN: Persona = {
  openid: 'openid-lin',
  unionid: 'unionid-lin',
  name: '林',
  phone: '13800000001',
};

export const CREDENTIALS = {
  grant_type: 'client_credential',
  appid: 'wx00000000000local',
  secret: 'local-app-secret-worth-nothing',
};

/** By default the function `inbound` takes the results of media checks. */
export async function startWechat(
  options: { context?: TestContext; configs?: Partial<FunctionConfig>[] } = {},
): Promise<WechatUnderTest> {
  const context = options.context ?? createTestContext();
  const functions = createStubFunctions(
    options.configs ?? [{ name: 'inbound', messages: ['wxa_media_check'] }],
  );
  const activeAt = new Map<string, number>();
  const identity: Identity = {
    list: async () => [LIN],
    find: async (openid) => (openid === LIN.openid ? LIN : undefined),
    touch: (openid) => void activeAt.set(openid, context.clock.now()),
    lastActiveAt: (openid) => activeAt.get(openid),
  };
  const wechat = createWechat({ context, identity, functions });
  await wechat.start();
  const token = async () => {
    const answer = await fetchJson(`${wechat.base()}/cgi-bin/stable_token`, CREDENTIALS);
    return String(answer.access_token);
  };
  return {
    wechat,
    context,
    functions,
    token,
    touch: identity.touch,
    post: async (path, body) =>
      fetchJson(`${wechat.base()}${path}?access_token=${await token()}`, body),
    async stop() {
      await wechat.stop();
      context.removeFolder();
    },
  };
}

/** POSTs JSON (a text goes as it is), reads JSON; every answer of WeChat's has status 200. */
export async function fetchJson(url: string, body: unknown): Promise<Record<string, unknown>> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', body: text });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  return response.json() as Promise<Record<string, unknown>>;
}
