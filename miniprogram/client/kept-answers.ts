/**
 * The last answers of a few questions, kept on the phone so that a page shows something without a
 * network, and says how old it is. They belong to one person: whoever signs in next starts empty.
 */
import type { InputOf, ValueOf } from '../../cloudfunctions/contract/index';
import { cloudNow } from '../platform/clock';
import { forget, keepIfRoom, readKept } from '../platform/storage';
import { listPeriod, showBulletin } from './bulletin';
import type { Reply } from './call';
import { openSession } from './directory';
import { listColumn, listStory, showStory } from './newsroom';
import { showStanding } from './points';
import { readRulebook } from './rulebook';

/** Questions whose first page is kept beside the session, for the person who asked. */
const personal = [
  'story.list',
  'story.show',
  'standing.show',
  'column.list',
  'rulebook.read',
  'period.list',
  'bulletin.show',
] as const;
type KeptCall = 'session.open' | (typeof personal)[number];

export interface KeptAnswer<Name extends KeptCall> {
  value: ValueOf<Name>;
  keptAt: number;
}

/** A reply; where none came, the last answer and when that was. */
export type Remembered<Name extends KeptCall> = Reply<Name> & { keptAt?: number };

/** What a question was answered last time. */
export function keptAnswer<Name extends KeptCall>(call: Name): KeptAnswer<Name> | undefined {
  return readKept<KeptAnswer<Name>>(keyOf(call));
}

/** Is the holder of the phone an administrator, as far as it is known? */
export function administers(session: ValueOf<'session.open'> | undefined): boolean {
  return session?.person?.duties.some(({ duty }) => duty === 'administrator') ?? false;
}

/** Opens the session and remembers it; another person's answers are forgotten. */
export async function openKeptSession(): Promise<Reply<'session.open'>> {
  const reply = await openSession();
  if (!reply.ok) return reply;
  const before = keptAnswer('session.open')?.value.person?.id;
  if (before !== reply.value.person?.id) {
    personal.forEach((call) => forget(keyOf(call)));
  }
  keepAnswer('session.open', reply.value);
  return reply;
}

/**
 * Whose app this is, as far as it can be known: remembered, or asked for where a page is the first to
 * be opened on this phone.
 */
export async function knownSession(): Promise<ValueOf<'session.open'> | undefined> {
  const kept = keptAnswer('session.open');
  if (kept) return kept.value;
  const reply = await openKeptSession();
  return reply.ok ? reply.value : undefined;
}

/** The first page of my stories, remembered. */
export async function listFirstStories(): Promise<Reply<'story.list'>> {
  const reply = await listStory({ after: null });
  if (reply.ok) keepAnswer('story.list', reply.value);
  return reply;
}

/** One story; the last that its author looked at to mend it is remembered, since that may go on without a network. */
export async function readStory(storyId: string): Promise<Reply<'story.show'>> {
  const reply = await showStory({ storyId });
  if (reply.ok && reply.value.story.allowed.includes('refile')) {
    keepAnswer('story.show', reply.value);
  }
  return reply;
}

/** A story to mend: as it is, or without an answer as it was when it was last looked at. */
export async function storyToMend(storyId: string): Promise<Reply<'story.show'>> {
  return orKept('story.show', await readStory(storyId), ({ story }) => story.id === storyId);
}

/** Columns to choose from, remembered: without a network those of the last time. */
export async function listKeptColumns(): Promise<string[]> {
  const reply = await listColumn();
  if (reply.ok) keepAnswer('column.list', reply.value);
  return reply.ok ? reply.value.columns : (keptAnswer('column.list')?.value.columns ?? []);
}

/** My own standing, remembered. */
export async function showMyStanding(): Promise<Remembered<'standing.show'>> {
  const reply = await showStanding({ owner: null });
  if (reply.ok) keepAnswer('standing.show', reply.value);
  return orKept('standing.show', reply);
}

/** The rulebook in force, remembered; without a network another version only if it is the same one. */
export async function readKeptRulebook(
  version: number | null,
): Promise<Remembered<'rulebook.read'>> {
  const reply = await readRulebook(version);
  if (reply.ok && version === null) keepAnswer('rulebook.read', reply.value);
  const isAsked = (known: number | undefined) => version === null || known === version;
  return orKept('rulebook.read', reply, ({ shown }) => isAsked(shown?.version));
}

/** Periods with their bulletins, remembered. */
export async function listKeptPeriods(): Promise<Remembered<'period.list'>> {
  const reply = await listPeriod();
  if (reply.ok) keepAnswer('period.list', reply.value);
  return orKept('period.list', reply);
}

/** A page of a bulletin; of the last that was opened the first page is remembered. */
export async function readBulletin(
  input: InputOf<'bulletin.show'>,
): Promise<Remembered<'bulletin.show'>> {
  const reply = await showBulletin(input);
  const isFirst = input.part === 'units' && input.page === 0;
  if (reply.ok && isFirst) keepAnswer('bulletin.show', reply.value);
  return orKept('bulletin.show', reply, ({ period }) => isFirst && period.period === input.period);
}

/** What was answered, or where nothing was the kept answer to the same question. */
function orKept<Name extends KeptCall>(
  call: Name,
  reply: Reply<Name>,
  isAsked: (value: ValueOf<Name>) => boolean = () => true,
): Remembered<Name> {
  const kept = 'failure' in reply && keptAnswer(call);
  return kept && isAsked(kept.value) ? { ok: true, ...kept } : reply;
}

function keepAnswer<Name extends KeptCall>(call: Name, value: ValueOf<Name>): void {
  keepIfRoom(keyOf(call), { value, keptAt: cloudNow() });
}

const keyOf = (call: KeptCall) => `answer:${call}`;
