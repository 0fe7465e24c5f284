/** Limits of the cloud's server, in bytes and milliseconds. */

/**
 * Largest body of an SDK request that is not a function call: 100 MB.
 * Source: docs.cloudbase.net, error code EXCEED_MAX_PAYLOAD_SIZE.
 */
export const ADMIN_BODY_BYTES_MAX = 100 * 1024 * 1024;

/** Largest body of a control command; ours, since controls do not exist in CloudBase. */
export const CONTROL_BODY_BYTES_MAX = 4 * 1024 * 1024;

/** How much of a refused body is still read, so that its sender gets to see the answer; ours. */
export const LINGER_BYTES_MAX = 8 * 1024 * 1024;
/** How long a refused body is still read; ours. */
export const LINGER_MS_MAX = 2_000;

/**
 * How long an idle connection stays open: longer than an idle function instance lives (60 s). A stopped
 * process does not see its connection closed and would send its next request into it; so would a test
 * that a busy machine halts for more than Node's own five seconds.
 */
export const KEEP_ALIVE_MS = 75_000;
