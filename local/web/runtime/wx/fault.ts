/** Why a `wx` call failed: the words after `fail ` in errMsg, and the codes that go with them. */
export class ApiFault extends Error {
  constructor(
    readonly reason: string,
    readonly codes: { errno?: number; errCode?: number } = {},
  ) {
    super(reason);
    this.name = 'ApiFault';
  }
}

/** What `fail` and a rejected promise receive. */
export interface ApiFailure {
  errMsg: string;
  errno?: number;
  errCode?: number;
}

/** errMsg and codes of a failure of `wx.<name>`, as WeChat words them. */
export function failureOf(name: string, error: unknown): ApiFailure {
  const reason = error instanceof Error ? error.message : String(error);
  const codes = error instanceof ApiFault ? error.codes : {};
  return { errMsg: `${name}:fail ${reason}`, ...codes };
}

/** The error a synchronous `wx` call throws; message and errMsg are the same words. */
export function syncFailure(name: string, error: unknown): Error {
  const failure = failureOf(name, error);
  return Object.assign(new Error(failure.errMsg), failure);
}

/** errno of "parameter error", common to all APIs; source: WeChat's list of common errno. */
export const PARAMETER_ERRNO = 1001;

/** A call whose option lacks what it needs. */
export function parameterFault(what: string): ApiFault {
  return new ApiFault(`parameter error: ${what}`, { errno: PARAMETER_ERRNO });
}
