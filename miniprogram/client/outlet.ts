import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** The whole directory of outlets. */
export const listOutlet = () => ask('directory', 'outlet.list', {});

/** An outlet with its terms. */
export const showOutlet = (input: InputOf<'outlet.show'>) => ask('directory', 'outlet.show', input);

/** Adds an outlet. */
export const addOutlet = (input: InputOf<'outlet.add'>) =>
  command('directory', 'outlet.add', input);

/** Other names or channels, closed or open again, or a new term. */
export const changeOutlet = (input: InputOf<'outlet.change'>) =>
  command('directory', 'outlet.change', input);
