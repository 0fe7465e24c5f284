import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** Versions in force and the draft. */
export const listRulebook = () => ask('points', 'rulebook.list', {});

/** The draft, a version or a preset, whole. */
export const showRulebook = (input: InputOf<'rulebook.show'>) =>
  ask('points', 'rulebook.show', input);

/** Tables to start from. */
export const presetsRulebook = () => ask('points', 'rulebook.presets', {});

/** Keeps the draft, whole. */
export const draftRulebook = (input: InputOf<'rulebook.draft'>) =>
  command('points', 'rulebook.draft', input);

/** Puts the draft in force. */
export const enactRulebook = (input: InputOf<'rulebook.enact'>) =>
  command('points', 'rulebook.enact', input);

/** One page of a past period under the draft. */
export const tryRulebook = (input: InputOf<'rulebook.try'>) => ask('points', 'rulebook.try', input);
