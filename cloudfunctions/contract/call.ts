import type * as z from 'zod/mini';
import type { Refusal } from './refusal';

/** One call of the contract: what goes in, what comes back, and which refusals it may give. */
export interface CallContract<
  Kind extends 'query' | 'command',
  Input extends z.ZodMiniType,
  Value extends z.ZodMiniType,
  Refusals extends Refusal,
> {
  kind: Kind;
  input: Input;
  value: Value;
  refusals: readonly Refusals[];
}

/** A call that reads; it needs no commandId and may be repeated freely. */
export function query<I extends z.ZodMiniType, V extends z.ZodMiniType, R extends Refusal = never>(
  shape: Omit<CallContract<'query', I, V, R>, 'kind'>,
): CallContract<'query', I, V, R> {
  return { kind: 'query', ...shape };
}

/** A call that changes something; the same commandId is done once. */
export function command<
  I extends z.ZodMiniType,
  V extends z.ZodMiniType,
  R extends Refusal = never,
>(shape: Omit<CallContract<'command', I, V, R>, 'kind'>): CallContract<'command', I, V, R> {
  return { kind: 'command', ...shape };
}
