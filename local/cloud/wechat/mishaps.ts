/** What tests and demos tell the stand-in to do wrong, by path, for the next so many calls. */
import { CloudError } from '../errors';
import { WechatError } from './errors';

export interface Mishap {
  mode: 'fail' | 'hang' | 'drop' | 'slow';
  times: number;
  /** For `fail`. */
  errcode: number;
  errmsg: string;
  /** For `slow`. */
  ms: number;
}

export interface Mishaps {
  /** Plans one: `{path, mode, times?, errcode?, errmsg?, ms?}`; throws INVALID_PARAM. */
  plan(input: Record<string, unknown>): void;
  /** The mishap that this call meets, if any. */
  take(path: string): Mishap | undefined;
  clear(): void;
}

const MODES = ['fail', 'hang', 'drop', 'slow'] as const;

export function createMishaps(): Mishaps {
  const planned = new Map<string, Mishap[]>();
  return {
    plan(input) {
      const mode = MODES.find((one) => one === input.mode);
      if (typeof input.path !== 'string' || !mode)
        throw new CloudError('INVALID_PARAM', `path and mode (${MODES.join(', ')}) are needed`);
      const mishap = {
        mode,
        times: Number(input.times ?? 1),
        errcode: Number(input.errcode ?? -1),
        errmsg: String(input.errmsg ?? 'system error'),
        ms: Number(input.ms ?? 1000),
      };
      planned.set(input.path, [...(planned.get(input.path) ?? []), mishap]);
    },
    take(path) {
      const next = planned.get(path)?.[0];
      if (!next) return undefined;
      next.times -= 1;
      if (next.times <= 0) planned.get(path)?.shift();
      return next;
    },
    clear: () => planned.clear(),
  };
}

/** The error that a failing call answers. */
export function errorOf(mishap: Mishap): WechatError {
  return new WechatError(mishap.errcode, mishap.errmsg);
}
