import { settleByCallbacks } from './api';
import { ApiFault } from './fault';
import { throwingProxy } from './throwing-proxy';

/** What WeChat documents as the longest. Source: UserCryptoManager.getRandomValues. */
const LENGTH_MAX = 1_048_576;

/** The manager of WeChat's keys, of which only the random numbers are served here. */
export function createRandom() {
  const manager = {
    getRandomValues: (option: WechatMiniprogram.GetRandomValuesOption) =>
      settleByCallbacks('getRandomValues', option, async () => {
        const { length } = option;
        const isLength = Number.isInteger(length) && length > 0 && length <= LENGTH_MAX;
        if (!isLength) throw new ApiFault('invalid length');
        return { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer };
      }),
  };
  const served = throwingProxy('UserCryptoManager', manager);
  return {
    // `getLatestUserKey` needs WeChat's servers and throws with its name.
    getUserCryptoManager: () => served as unknown as WechatMiniprogram.UserCryptoManager,
  };
}
