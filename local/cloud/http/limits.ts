const KB = 1024;
const MB = 1024 * KB;

/** Source: CloudBase documentation, "HTTP access: limits": text body 100 KB, any other 6 MB. */
export const TEXT_BODY_BYTES_MAX = 100 * KB;
export const BINARY_BODY_BYTES_MAX = 6 * MB;
