/**
 * The mini-program that this laptop pretends to be: form of WeChat's, worth nothing outside it.
 * Functions find the id in WX_APPID; WeChat's stand-in accepts no other pair.
 */
export const APP_ID = 'wx00000000000local';
export const APP_SECRET = 'local-app-secret-worth-nothing';
/** Original id of the account, the ToUserName of pushed messages. */
export const ORIGINAL_ID = 'gh_000000000000';
