import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** The roster's .xlsx to fill in. */
export const templateRoster = () => ask('paper', 'roster.template', {});

/** What an uploaded roster would add, and every bad row of it. */
export const checkRoster = (input: InputOf<'roster.check'>) => ask('paper', 'roster.check', input);

/** Adds the next rows of an uploaded roster. */
export const importRoster = (input: InputOf<'roster.import'>) =>
  command('paper', 'roster.import', input);

/** The opening's .xlsx to fill in. */
export const templateOpening = () => ask('paper', 'opening.template', {});

/** What an uploaded opening would enter and post, and every bad cell of it. */
export const checkOpening = (input: InputOf<'opening.check'>) =>
  ask('paper', 'opening.check', input);

/** Posts and enters the next rows of an uploaded opening. */
export const importOpening = (input: InputOf<'opening.import'>) =>
  command('paper', 'opening.import', input);

/** A bulletin as a file to print or to work on. */
export const exportBulletin = (input: InputOf<'bulletin.export'>) =>
  ask('paper', 'bulletin.export', input);

/** A story's package for whom it is handed to: links good for two hours. */
export const exportMessage = (messageId: string) => ask('paper', 'message.export', { messageId });
