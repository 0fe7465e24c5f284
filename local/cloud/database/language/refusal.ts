import { CloudError } from '../../errors';

// CloudBase ends every message of its database with this sentence.
const ending = 'Please check your request, but if the problem persists, contact us.';

/** What a bad filter, order, projection or pipeline is answered; `name` is MongoDB's error name. */
export function badQuery(message: string, name = 'BadValue'): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] (${name}) ${sentence(message)} ${ending}`,
  );
}

/** What an update that MongoDB refuses is answered, in CloudBase's wrapping of write errors. */
export function badWrite(message: string): CloudError {
  const wrapped = `multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`;
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${wrapped}. ${ending}`);
}

/** Some of MongoDB's messages end in a full stop, most do not. */
function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
