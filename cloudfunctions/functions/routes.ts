import type { CallName, contract, functionCalls } from '../contract';
import type { CommandHandler, QueryHandler } from '../handlers/handler';

/** A handler for every call of a function: a missing one, or one of another kind, fails the build. */
export type Routes<Function extends keyof typeof functionCalls> = {
  [
    Name in keyof (typeof functionCalls)[Function] & CallName
  ]: (typeof contract)[Name]['kind'] extends 'command' ? CommandHandler<Name> : QueryHandler<Name>;
};
