/** /wxa/business/getuserphonenumber, and the codes that its button on the phone hands out. */
import { randomBytes } from 'node:crypto';
import { APP_ID } from '../application';
import { CloudError } from '../errors';
import type { Clock, Identity, Route } from '../service';
import { answerJson } from '../server/answer';
import type { Endpoint } from './endpoint';
import { wechatError } from './errors';
import { PHONE_CODE_MS } from './limits';

export interface PhoneNumbers {
  endpoint: Endpoint;
  /** POST /phone-code with x-openid on the cloud's server: what the tap on the button gives. */
  route: Route;
  /** A code for this persona's number; throws NOT_FOUND for an openid without one. */
  issue(openid: string): Promise<{ code: string }>;
  clear(): void;
}

export function createPhoneNumbers(parts: {
  clock: Clock;
  identity: Pick<Identity, 'find'>;
}): PhoneNumbers {
  const { clock, identity } = parts;
  const codes = new Map<string, { phone: string; expiresAt: number }>();

  async function issue(openid: string): Promise<{ code: string }> {
    const persona = await identity.find(openid);
    if (!persona?.phone) throw new CloudError('NOT_FOUND', 'this persona has no phone number');
    const code = randomBytes(32).toString('hex');
    codes.set(code, { phone: persona.phone, expiresAt: clock.now() + PHONE_CODE_MS });
    return { code };
  }

  return {
    issue,
    clear: () => codes.clear(),
    route: {
      prefix: '/phone-code',
      browsers: true,
      async handle(request, response) {
        if (request.method !== 'POST') throw new CloudError('METHOD_NOT_ALLOWED', 'use POST');
        answerJson(response, 200, await issue(String(request.headers['x-openid'] ?? '')));
      },
    },
    endpoint: {
      method: 'POST',
      needsToken: true,
      answer({ body }) {
        const code = String(body.code ?? '');
        const known = codes.get(code);
        // Once only, whether it was still good or not.
        codes.delete(code);
        if (!known || known.expiresAt <= clock.now()) throw wechatError('invalidCode');
        return { errcode: 0, errmsg: 'ok', phone_info: phoneInfo(known.phone, clock.now()) };
      },
    },
  };
}

function phoneInfo(phone: string, nowMs: number): Record<string, unknown> {
  return {
    phoneNumber: phone,
    purePhoneNumber: phone,
    countryCode: '86',
    watermark: { timestamp: Math.floor(nowMs / 1000), appid: APP_ID },
  };
}
