import { CloudError } from '../errors';

export type ReadFailure = 'refuse' | 'cut';

/**
 * Lets a download go wrong: the control `storage/failReads` takes `{nth, action: refuse | cut}` and counts
 * downloads from then on; `{}` ends it. It answers as `fail` does.
 */
export function createFailingReader() {
  let failure: { nth: number; action: ReadFailure } | undefined;
  let requests: string[] = [];
  let failed = false;

  /** What this download meets. */
  function take(): ReadFailure | undefined {
    requests.push('download');
    if (failed || failure?.nth !== requests.length) return undefined;
    failed = true;
    return failure.action;
  }

  function control({ nth, action }: Record<string, unknown>) {
    const told = { requests, failed };
    const isAction = action === 'refuse' || action === 'cut';
    if (nth !== undefined && (typeof nth !== 'number' || !isAction)) {
      throw new CloudError('INVALID_PARAM', 'nth and an action (refuse, cut) are needed');
    }
    failure = typeof nth === 'number' && isAction ? { nth, action } : undefined;
    [requests, failed] = [[], false];
    return told;
  }

  return { take, control };
}
