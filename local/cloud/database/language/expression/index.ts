import { evalExpr } from 'mingo/core';
import { Context } from 'mingo/core';
import * as expression from 'mingo/operators/expression';

const context = Context.init({ expression: { ...expression } });

export interface Expression {
  evaluate(doc: unknown): unknown;
}

/** Compiles an aggregation expression. */
export function compileExpression(expression: unknown): Expression {
  // mingo types its inputs as its own Any.
  return { evaluate: (doc) => evalExpr(doc as never, expression as never, { context } as never) };
}

/** MongoDB's boolean of a value. */
export function truthOf(value: unknown): boolean {
  return value !== false && value !== 0 && value !== null && value !== undefined;
}
