/** Limits of WeChat's server API, each with its page on developers.weixin.qq.com (server API). */

const MB = 1024 * 1024;
const MINUTE_MS = 60_000;

/** Source: getStableAccessToken: expires_in at most 7,200 s. */
export const TOKEN_SECONDS = 7200;
/** Source: getStableAccessToken: within its last 5 minutes a token is renewed, the old one holds on. */
export const TOKEN_RENEWAL_MS = 5 * MINUTE_MS;
/** Source: getStableAccessToken: forced refreshes, 20 a day, 30 s apart or they refresh nothing. */
export const FORCED_REFRESHES_A_DAY = 20;
export const FORCED_REFRESH_APART_MS = 30_000;

/** Source: getUnlimitedQRCode: at most 32 visible characters of this set. */
export const SCENE_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
/** Pixels. Source: getUnlimitedQRCode. */
export const CODE_WIDTH = { min: 280, max: 1280, usual: 430 } as const;

/** Characters of one text. Source: msgSecCheck 2.0. */
export const TEXT_CHARACTERS_MAX = 2500;
/** Source: msgSecCheck 2.0 and mediaCheckAsync 2.0: who has not used the app for so long is refused. */
export const ACTIVE_WITHIN_MS = 2 * 60 * MINUTE_MS;
/** Source: mediaCheckAsync 2.0. */
export const MEDIA_BYTES_MAX = 10 * MB;

/** Source: getPhoneNumber: a code is good for five minutes, and once. */
export const PHONE_CODE_MS = 5 * MINUTE_MS;

/** Calls a minute and a day, by path. Sources: the pages of these calls. */
export const RATES: Record<string, { aMinute: number; aDay: number }> = {
  '/cgi-bin/stable_token': { aMinute: 10_000, aDay: 500_000 },
  '/cgi-bin/token': { aMinute: 10_000, aDay: 2000 },
  '/wxa/getwxacodeunlimit': { aMinute: 5000, aDay: Infinity },
  '/wxa/msg_sec_check': { aMinute: 4000, aDay: 2_000_000 },
  '/wxa/media_check_async': { aMinute: 2000, aDay: 200_000 },
};

// From here on: ours.

/** The whole body of a call to the stand-in. */
export const BODY_BYTES_MAX = MB;
/** How soon the result of a media check is pushed, unless told otherwise; the real one has 30 minutes. */
export const MEDIA_RESULT_MS = 200;
/** How long a media file may take to arrive. */
export const MEDIA_FETCH_MS = 10_000;
