import type { FrameAddress } from '../../frame';
import type { Host } from '../host';

/** What every family of `wx` APIs is given. */
export interface WxContext {
  readonly host: Host;
  readonly frame: FrameAddress;
}

/** What a test or a demo sets before the mini-program starts, as `globalThis.__webStart`. */
export interface StartKnobs {
  /** State of the privacy authorization when nothing is kept from an earlier start. */
  privacy?: 'unasked' | 'agreed' | 'refused';
}

/** The knobs of this start; empty when none were set. */
export function startKnobs(): StartKnobs {
  return (globalThis as { __webStart?: StartKnobs }).__webStart ?? {};
}
