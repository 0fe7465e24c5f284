/** Every refusal a call can give; the phone has Chinese words for each (miniprogram/text/refusal). */
export const refusals = [
  // Any call.
  'request_invalid',
  'call_unknown',
  'not_signed_in',
  'input_invalid',
  'command_changed',
  'changed_meanwhile',
  // organ.found
  'organ_exists',
  'code_wrong',
  'code_expired',
] as const;

export type Refusal = (typeof refusals)[number];

/** Refusals that the router gives before any handler runs. */
export type RouterRefusal =
  'request_invalid' | 'call_unknown' | 'not_signed_in' | 'input_invalid' | 'command_changed';
