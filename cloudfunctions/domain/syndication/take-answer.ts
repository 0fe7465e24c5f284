/** What a channel's answer changes: the message it is about, and the story when it was printed. */
import type * as z from 'zod/mini';
import type { channelAnswer } from '../../contract/answer';
import { dayOf } from '../../kernel/days';
import { accept, refuse, type Decision } from '../../kernel/decision';
import { toleranceMs } from '../../kernel/signature';
import { eventOf, moved, type Act } from '../story/move';
import type { Story, StoryChanges } from '../story/story';
import { hasEnded, type ChannelAnswer, type Message } from './message';

export type Answer = z.output<typeof channelAnswer>;

/** As many answers as a message keeps; reads come every day. */
const answersMax = 100;

export interface Answered {
  message: Message;
  /** Undefined where the answer does not move the story. */
  story: StoryChanges | undefined;
  /** It was printed although it was withdrawn: somebody has to act. */
  isAfterKill: boolean;
}

/** `messages`: everything that was sent of the story, to whatever channel. */
export function takeAnswer(
  { story, messages }: { story: Story; messages: Message[] },
  answer: Answer,
  { channel, at }: { channel: Act['by']; at: number },
): Decision<Answered, 'channel_wrong' | 'version_unknown' | 'printed_in_future'> {
  const ours = messages.filter(({ channelId }) => channelId === channel._id);
  if (ours.length === 0) return refuse('channel_wrong');
  const about = ours.find(({ edition }) => edition === answer.version);
  if (!about) return refuse('version_unknown');
  if (answer.kind === 'published' && isAhead(answer, at)) return refuse('printed_in_future');
  const isAfterKill = answer.kind === 'published' && story.state === 'killed';
  const line: ChannelAnswer = {
    kind: isAfterKill ? 'published_after_kill' : answer.kind,
    at,
    note: noteOf(answer),
    url: 'url' in answer ? (answer.url ?? null) : null,
  };
  return accept({
    message: withAnswer(about, line),
    story: answer.kind === 'published' ? published(story, line, { by: channel, at }) : undefined,
    isAfterKill,
  });
}

/** What is planned was not printed. A center's clock may be as far ahead of ours as an envelope's. */
function isAhead({ printedAt }: { printedAt: string }, at: number): boolean {
  return dayOf(Date.parse(printedAt)) > dayOf(at + toleranceMs);
}

/** The day of printing, by our clock where the center's is a little ahead about midnight. */
export function printedOnOf({ printedAt }: { printedAt: string }, on: string): string {
  const day = dayOf(Date.parse(printedAt));
  return day > on ? on : day;
}

// That the channel answers at all proves that it has the story, whatever became of our attempts, and also
// when they were the last: nobody need send it again. One that a relay holds is left to that relay, and
// one that another version has overtaken is left as it is.
function withAnswer(message: Message, line: ChannelAnswer): Message {
  const isDead = message.state === 'dead' && !message.isSuperseded;
  const isProof = isDead || (!hasEnded(message) && message.state !== 'sending');
  const answered = {
    ...message,
    answers: [...message.answers, line].slice(-answersMax),
    version: message.version + 1,
  };
  if (!isProof) return answered;
  return { ...answered, state: 'delivered', nextAttemptAt: null, deliveredAt: line.at };
}

function published(
  story: Story,
  { kind, note }: ChannelAnswer,
  act: Act,
): StoryChanges | undefined {
  if (kind === 'published_after_kill') {
    const after = moved(story, {}, act.at);
    const event = eventOf('story_published_after_kill', { before: story, after }, { ...act, note });
    return { story: after, events: [event] };
  }
  // Printed elsewhere too: an adoption more, but the story stands where it stood.
  if (story.state !== 'signed_off') return undefined;
  const after = moved(story, { state: 'published' }, act.at);
  const event = eventOf('story_published', { before: story, after }, { ...act, note });
  return { story: after, events: [event] };
}

function noteOf(answer: Answer): string {
  switch (answer.kind) {
    case 'received':
      return '';
    case 'published':
      return `${answer.outlet} ${answer.headline}`;
    case 'rejected':
      return answer.reason;
    case 'metrics':
      return `${answer.outlet} ${answer.reads ?? '-'} / ${answer.forwards ?? '-'}`;
  }
}
