import { api } from '../api';
import type { WxContext } from '../context';
import { ApiFault } from '../fault';

/** Who holds the phone, as far as WeChat tells a mini-program. */
export function createAccount({ frame }: WxContext) {
  return {
    login: api('login', () => {
      if (frame.openid === undefined) throw new ApiFault('no such user on this phone');
      // The real code is opaque and good once; here it carries nothing that could be relied on.
      return { code: `web-${crypto.randomUUID()}` };
    }),
    checkSession: api('checkSession', () => undefined),
    // Since 2022-10-25 WeChat gives neither; avatar and nickname come from chooseAvatar and nickname inputs.
    getUserProfile: api('getUserProfile', () => {
      throw new ApiFault('can only be invoked by user TAP gesture.');
    }),
  };
}
