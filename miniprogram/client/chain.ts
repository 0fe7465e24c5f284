import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** Every configured chain, and what holds where none fits. */
export const listChain = () => ask('directory', 'chain.list', {});

/** A whole chain instead of the former one; the id of a new one is made on the phone. */
export const changeChain = (input: InputOf<'chain.change'>) =>
  command('directory', 'chain.change', input);

/** Takes a chain away. */
export const removeChain = (input: InputOf<'chain.remove'>) =>
  command('directory', 'chain.remove', input);
