/** Limits of what a phone may send. */

/**
 * Largest event of a function call: 100 KB of text. Whether it binds wx.cloud.callFunction too is not
 * confirmed; the laptop refuses it so that nothing larger is ever relied on.
 * Source: docs.cloudbase.net, error code EXCEED_MAX_PAYLOAD_SIZE.
 */
export const CALL_BODY_BYTES_MAX = 100 * 1024;

/** Largest body of /temp-urls; ours: 50 file ids of 850 bytes and their JSON fit with room. */
export const TEMP_URLS_BODY_BYTES_MAX = 256 * 1024;
