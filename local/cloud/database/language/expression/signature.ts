/** An operator that takes its arguments by position, already evaluated; missing is undefined. */
export interface ByPosition {
  least: number;
  most: number;
  of(...args: unknown[]): unknown;
}

/** An operator that takes a document of named arguments, each already evaluated. */
export interface ByName {
  names: readonly string[];
  required: readonly string[];
  ofNamed(args: Record<string, unknown>): unknown;
}

/** Operators by name; all arguments are evaluated first (else it is a form: forms.ts). */
export type Operators = Record<`$${string}`, ByPosition | ByName>;
