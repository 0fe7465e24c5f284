/** An error as the SDK's users see it: thrown by a service, answered as `{code, message, requestId}`. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}
