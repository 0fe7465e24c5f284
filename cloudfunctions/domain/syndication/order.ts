/** Order within a channel: a version of a story is not sent before the earlier ones have ended. */
import { hasEnded, type Message } from './message';

export type Turn =
  | { turn: 'now' }
  /** An earlier version is under way: look again at `at`. */
  | { turn: 'later'; at: number }
  /** Earlier versions that need not be sent any more; then it is this one's turn. */
  | { turn: 'after'; superseded: Message[] };

/**
 * Whose turn it is. A kill overtakes what waits for another attempt, since relay would not send it
 * any more; what waits for a person's hand gives way to any later version.
 */
export function turnOf(message: Message, others: Message[], at: number): Turn {
  const earlier = others.filter(
    (other) =>
      other.channelId === message.channelId &&
      other.storyId === message.storyId &&
      other.edition < message.edition &&
      !hasEnded(other),
  );
  if (earlier.length === 0) return { turn: 'now' };
  const isFree = ({ lease }: Message) => lease === null || lease.until <= at;
  const givesWay = (other: Message) =>
    isFree(other) && (message.kind === 'kill' || other.nextAttemptAt === null);
  if (earlier.every(givesWay)) return { turn: 'after', superseded: earlier };
  const blocking = earlier.filter((other) => !givesWay(other));
  const dueAt = Math.max(...blocking.map((other) => other.nextAttemptAt ?? at));
  return { turn: 'later', at: Math.max(dueAt, at) + 1 };
}
