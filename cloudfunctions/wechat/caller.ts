/** Calls WeChat's server API with the shared token, again with a newer one where it is not taken. */
import { baseOf, postForPicture, postJson, type WechatAnswer } from './request';
import { openToken, type TokenKeeper } from './token';

/** Source: WeChat's global error codes: the token is wrong, missing or expired. */
const tokenCodes = [40001, 41001, 42001];

/** The token that this instance knows, the one that is shared, and a new one. */
const tokensMax = 3;

type Post<Answer> = (url: URL, body: unknown, deadline: number) => Promise<Answer | undefined>;

/** Without a base or a secret in the environment no call is ever answered. */
export function openCaller(keeper: TokenKeeper, now: () => number) {
  const { WECHAT_API_BASE, WECHAT_APP_ID, WECHAT_APP_SECRET } = process.env;
  const base = baseOf(WECHAT_API_BASE ?? 'https://api.weixin.qq.com');
  const account =
    base && WECHAT_APP_ID && WECHAT_APP_SECRET
      ? { base, appId: WECHAT_APP_ID, appSecret: WECHAT_APP_SECRET }
      : undefined;
  const tokens = account && openToken(account, keeper, now);

  const callBy =
    <Answer extends object>(post: Post<Answer>) =>
    async (path: string, body: object, deadline: number): Promise<Answer | undefined> => {
      for (let attempt = 1; attempt <= tokensMax; attempt += 1) {
        const token = await tokens?.get(deadline);
        if (!account || !tokens || token === undefined) return undefined;
        const url = new URL(path, account.base);
        url.searchParams.set('access_token', token);
        const answer = await post(url, body, deadline);
        if (!answer || !isTokenRefused(answer)) return answer;
        tokens.forget(token);
      }
      return undefined;
    };
  return {
    call: callBy<WechatAnswer>(postJson),
    callForPicture: callBy(postForPicture),
  };
}

function isTokenRefused(answer: object): boolean {
  return 'errcode' in answer && tokenCodes.includes(Number(answer.errcode));
}
