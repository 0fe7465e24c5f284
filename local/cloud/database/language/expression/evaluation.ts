/** Values of variables by name, without the dollars: `this`, `value`, those of `let`. */
export type Variables = Readonly<Record<string, unknown>>;

export const noVariables: Variables = Object.freeze({});

/** What is known while evaluating. */
export interface Scope {
  readonly root: unknown;
  readonly variables: Variables;
}

/** One compiled node. A missing result is undefined. */
export type Evaluate = (scope: Scope) => unknown;

/** What is known while compiling. */
export interface Names {
  /** Those that may be used. */
  readonly variables: ReadonlySet<string>;
  /** The recursive step, for the parts of a node: this file is below all that take it. */
  readonly compile: (part: unknown, names: Names) => Evaluate;
}
