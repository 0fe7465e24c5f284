import type { functionCalls } from '../../contract';
import type { CommandHandler, QueryHandler } from '../../handlers/handler';
import { foundOrganHandler } from '../../handlers/organ/found-organ';
import { openSessionHandler } from '../../handlers/session/open-session';

type DirectoryCalls = typeof functionCalls.directory;

/** A handler for every call of the function: a missing one, or one of another kind, fails the build. */
export const routes: {
  [Name in keyof DirectoryCalls]: DirectoryCalls[Name]['kind'] extends 'command'
    ? CommandHandler<Name>
    : QueryHandler<Name>;
} = {
  'session.open': openSessionHandler,
  'organ.found': foundOrganHandler,
};
