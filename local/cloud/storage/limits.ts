/** Limits of CloudBase storage, in bytes and seconds unless the name says otherwise. */

/**
 * Longest cloud path, in bytes of UTF-8.
 * Source: developers.weixin.qq.com, wxcloud/guide/storage/naming (850 bytes when encoded).
 */
export const PATH_BYTES_MAX = 850;

/**
 * Largest file a phone uploads in one request: 10 MB.
 * Source: wx.uploadFile; wx.cloud.uploadFile documents only that there is a limit (error -403001).
 */
export const PHONE_FILE_BYTES_MAX = 10 * 1024 * 1024;

/** Largest file of one PUT: 5 GB. Source: COS, PUT Object. */
export const FILE_BYTES_MAX = 5 * 1024 ** 3;

/** Most files in one request of temporary addresses, of copies or of deletions. Source: getTempFileURL,
 * copyFile (docs.cloudbase.net/storage/copy-file). */
export const BATCH_FILES_MAX = 50;

/** How long a temporary address works when no maxAge is asked. Source: Cloud.getTempFileURL. */
export const TEMPORARY_URL_SECONDS_DEFAULT = 600;
/** Longest life of a temporary address: one day. Source: wx.cloud.getTempFileURL. */
export const TEMPORARY_URL_SECONDS_MAX = 86_400;

/** How long an upload authorization works. The real span is not documented; guessed. */
export const UPLOAD_AUTHORIZATION_SECONDS = 900;
