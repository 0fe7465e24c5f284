import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command, type Reply } from './call';

/** Whose app this is, and who is holding the phone. */
export function openSession(): Promise<Reply<'session.open'>> {
  return ask('directory', 'session.open', {});
}

/** Sets up the deployment with the bootstrap code. */
export function foundOrgan(input: InputOf<'organ.found'>): Promise<Reply<'organ.found'>> {
  return command('directory', 'organ.found', input);
}
