import { isAdministrator, dutiesOn, type Person } from '../people/person';
import { isInScope } from '../people/unit';
import type { Story } from '../story/story';
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

/** Who may take a story out of the system: whoever keeps channels, where the story is theirs to see. */
export function mayExport(person: Person, story: Pick<Story, 'unitPath'>, on: string): boolean {
  return dutiesOn(person, on).some(
    ({ duty, unitIds }) =>
      (duty === 'publicity_office' || duty === 'administrator') &&
      isInScope(unitIds, { path: story.unitPath }),
  );
}

/** Is it handed on as a package, and does the channel hold no later version of it? */
export function isExported(message: Message, others: Message[]): boolean {
  return message.channelKind === 'export' && !isOutdated(message, others);
}

/**
 * What this person may do about a delivery now; the phone shows these buttons and no others. Without
 * the story nobody can say whether it may be taken out.
 */
export function deliveryActions(
  message: Message,
  others: Message[],
  { person, on, story }: { person: Person; on: string; story?: Story },
): ('resend' | 'mark_sent' | 'export')[] {
  if (!mayKeepChannels(person, on)) return [];
  const mayTake = story !== undefined && mayExport(person, story, on);
  const acts = actsOf(message, others);
  return mayTake && isExported(message, others) ? ['export', ...acts] : acts;
}

function actsOf(message: Message, others: Message[]): ('resend' | 'mark_sent')[] {
  if (waitsForHand(message)) return ['mark_sent'];
  return isStuck(message) && !isOutdated(message, others) ? ['resend', 'mark_sent'] : [];
}

/** It has ended without arriving, and a person decides. */
export function isStuck({ state, isSuperseded }: Message): boolean {
  return (state === 'rejected' || state === 'dead') && !isSuperseded;
}

/** Nothing is sent by itself: the office does it and says so. */
export function waitsForHand({ state, nextAttemptAt }: Message): boolean {
  return state === 'pending' && nextAttemptAt === null;
}
