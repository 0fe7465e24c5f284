import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** Versions in force and the draft. */
export const listRulebook = () => ask('points', 'rulebook.list', {});

/** The draft, a version or a preset, whole. */
export const showRulebook = (input: InputOf<'rulebook.show'>) =>
  ask('points', 'rulebook.show', input);

/** What is or was in force, for everybody; null for the version of today. */
export const readRulebook = (version: number | null) => ask('points', 'rulebook.read', { version });

/** Tables to start from. */
export const presetsRulebook = () => ask('points', 'rulebook.presets', {});

/** Keeps the draft, whole. */
export const draftRulebook = (input: InputOf<'rulebook.draft'>) =>
  command('points', 'rulebook.draft', input);

/** Puts the draft in force. */
export const enactRulebook = (input: InputOf<'rulebook.enact'>) =>
  command('points', 'rulebook.enact', input);

/** Some steps of my dry run of a past period under the draft; null begins anew. */
export const tryRulebook = (input: InputOf<'rulebook.try'>) =>
  command('points', 'rulebook.try', input);

/** My dry run as it stands, and a page of who moves. */
export const showTrial = (input: InputOf<'trial.show'>) => ask('points', 'trial.show', input);
