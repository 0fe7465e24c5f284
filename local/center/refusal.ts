/** What the center answers when it does not take a message: the protocol's codes. */
export const statusOf = {
  invalid_json: 400,
  invalid_ninjs: 400,
  unsigned: 401,
  stale: 401,
  unknown_message: 404,
  older_version: 409,
  version_taken: 409,
  too_large: 413,
  photo_not_copied: 502,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof statusOf;

/** Thrown on the way of a message; the server turns it into `{error, message}`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
