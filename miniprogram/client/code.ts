import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** Where a scanned code leads this phone. */
export const openCode = (token: string) => ask('points', 'code.open', { token });

/** A new code for a unit, a meeting or a person. */
export const makeCode = (input: InputOf<'code.make'>) => command('points', 'code.make', input);

/** Codes of one unit or person; `targetId: null` for those of all units. */
export const listCode = (input: InputOf<'code.list'>) => ask('points', 'code.list', input);

/** From now on the code opens nothing. */
export const revokeCode = (token: string) => command('points', 'code.revoke', { token });

/** A link to the picture that is printed. */
export const pictureCode = (token: string) => ask('points', 'code.picture', { token });
