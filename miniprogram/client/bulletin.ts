import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** Periods with their bulletins, newest first. */
export const listPeriod = () => ask('points', 'period.list', {});

/** A page of a bulletin. */
export const showBulletin = (input: InputOf<'bulletin.show'>) =>
  ask('points', 'bulletin.show', input);

/** Computes a period's figures. */
export const draftPeriod = (input: InputOf<'period.draft'>) =>
  command('points', 'period.draft', input);

/** Puts a draft up for everybody. */
export const publishPeriod = (input: InputOf<'period.publish'>) =>
  command('points', 'period.publish', input);

/** Closes a period for good. */
export const closePeriod = (input: InputOf<'period.close'>) =>
  command('points', 'period.close', input);

/** Sets the columns and the days of notice. */
export const arrangeBulletin = (input: InputOf<'bulletin.arrange'>) =>
  command('points', 'bulletin.arrange', input);
