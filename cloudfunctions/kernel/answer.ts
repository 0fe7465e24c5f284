/** What a call answers, over the wire and in a receipt. */
export type Answer<Value = unknown, Refusal extends string = string> =
  { ok: true; value: Value } | { ok: false; refusal: Refusal; detail?: unknown };

/** The phone's request: `commandId` is made on the phone before the first send; queries have none. */
export interface CallRequest {
  call: string;
  commandId?: string;
  input: unknown;
}
