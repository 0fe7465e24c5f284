import { isAdministrator, dutiesOn, type Person } from '../people/person';
import type { Message } from './message';

/** Who looks after channels and what goes to them: the publicity office and administrators. */
export function mayKeepChannels(person: Person, on: string): boolean {
  return (
    isAdministrator(person, on) ||
    dutiesOn(person, on).some(({ duty }) => duty === 'publicity_office')
  );
}

/** Has a later version of the story already gone, or is it going, to the same channel? */
export function isOutdated(message: Message, others: Message[]): boolean {
  return others.some(
    (other) =>
      other.channelId === message.channelId &&
      other.storyId === message.storyId &&
      other.edition > message.edition,
  );
}

/** What this person may do about a delivery now; the phone shows these buttons and no others. */
export function deliveryActions(
  message: Message,
  others: Message[],
  { person, on }: { person: Person; on: string },
): ('resend' | 'mark_sent')[] {
  if (!mayKeepChannels(person, on)) return [];
  if (waitsForHand(message)) return ['mark_sent'];
  return isStuck(message) && !isOutdated(message, others) ? ['resend'] : [];
}

/** It has ended without arriving, and a person decides. */
export function isStuck({ state, isSuperseded }: Message): boolean {
  return (state === 'rejected' || state === 'dead') && !isSuperseded;
}

/** Nothing is sent by itself: the office does it and says so. */
export function waitsForHand({ state, nextAttemptAt }: Message): boolean {
  return state === 'pending' && nextAttemptAt === null;
}
