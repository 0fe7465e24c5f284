import { CloudError } from '../errors';
import type { Persona } from '../service';

/** Whether a text has the form of WeChat's openids (28 characters there; shorter ones are allowed here). */
export function isOpenid(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9A-Za-z_-]{6,64}$/.test(text);
}

/**
 * A persona from what a test or a demo gives: openid and name; unionid and phone are made up when
 * absent, the same for the same openid and place in the list. Throws INVALID_PARAM.
 */
export function personaOf(input: Record<string, unknown>, place: number): Persona {
  const { openid, name, unionid, phone } = input;
  if (!isOpenid(openid)) throw invalid('openid must match [0-9A-Za-z_-]{6,64}');
  if (typeof name !== 'string' || name.trim() === '') throw invalid('name is missing');
  if (unionid !== undefined && !isOpenid(unionid)) throw invalid('unionid has a wrong form');
  if (phone !== undefined && !isMainlandNumber(phone)) throw invalid('phone has a wrong form');
  return {
    openid,
    name,
    unionid: unionid ?? `u-${openid}`.slice(0, 64),
    phone: phone ?? String(FIRST_PHONE + place),
  };
}

/** Made-up numbers count up from here. */
const FIRST_PHONE = 13800000001;

function isMainlandNumber(text: unknown): text is string {
  return typeof text === 'string' && /^1\d{10}$/.test(text);
}

function invalid(reason: string): CloudError {
  return new CloudError('INVALID_PARAM', reason);
}
