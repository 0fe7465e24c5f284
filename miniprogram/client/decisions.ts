/**
 * A reviewer's approvals and returns, which can be undone for five seconds: each is kept on the phone
 * with its commandId before anything is sent, and forgotten only when the cloud has answered. A phone
 * switched off or without a network loses none; the next start sends them. What the cloud refuses
 * stays, with why, until the reviewer has seen it.
 */
import type { InputOf } from '../../cloudfunctions/contract/index';
import type { Refusal } from '../../cloudfunctions/contract/refusal';
import { newId } from '../platform/ids';
import { onLineOrAppBack } from '../platform/network';
import { keep, readKept } from '../platform/storage';
import { sendCommand } from './call';

/** How long a tap can be taken back. */
export const undoMs = 5_000;

export type Decided =
  | { call: 'story.approve'; input: InputOf<'story.approve'> }
  | { call: 'story.return'; input: InputOf<'story.return'> };

export interface KeptDecision {
  commandId: string;
  headline: string;
  sendAt: number;
  decided: Decided;
  /** Why the cloud would not do it; null while it is to be sent. */
  refusal: Refusal | null;
  /** Who had the story instead, when that was why. */
  holderName: string | null;
}

const key = 'decisions';

/** Sends what an earlier start left behind, and what is due whenever the line or the person is back. */
export function startDecisions(onSent: (sent: KeptDecision[]) => void): void {
  void sendDecisions('all').then(onSent);
  onLineOrAppBack(() => void sendDecisions('due').then(onSent));
}

/** All that is kept, oldest first. */
export function keptDecisions(): KeptDecision[] {
  return readKept<KeptDecision[]>(key) ?? [];
}

/** Stories that are decided on this phone and not yet in the cloud: no list shows them as waiting. */
export function decidedStoryIds(): string[] {
  return keptDecisions()
    .filter(({ refusal }) => refusal === null)
    .map(({ decided }) => decided.input.storyId);
}

/** Can a decision still be taken back? */
export function awaitsUndo(): boolean {
  const now = Date.now();
  return keptDecisions().some((decision) => decision.refusal === null && !isDue(decision, now));
}

/** Keeps a decision; it is sent by the first `sendDecisions` after its five seconds. */
export async function keepDecision(decided: Decided, headline: string): Promise<KeptDecision> {
  const commandId = await newId();
  const sendAt = Date.now() + undoMs;
  const decision = { commandId, headline, sendAt, decided, refusal: null, holderName: null };
  keep(key, [...keptDecisions(), decision]);
  return decision;
}

/** Takes a decision back; false when it is on its way already. */
export function undoDecision(commandId: string): boolean {
  const isKept = keptDecisions().some((decision) => decision.commandId === commandId);
  if (!isKept || underWay.has(commandId)) return false;
  dropDecision(commandId);
  return true;
}

/** Forgets a decision, e.g. a refused one that the reviewer has read about. */
export function dropDecision(commandId: string): void {
  keep(
    key,
    keptDecisions().filter((decision) => decision.commandId !== commandId),
  );
}

const underWay = new Set<string>();
let sending: Promise<unknown> = Promise.resolve();

/**
 * Sends what is due (`due`), or everything because the page is left (`all`), one after the other;
 * answers with what the cloud has done, each told to one caller alone.
 */
export function sendDecisions(which: 'due' | 'all'): Promise<KeptDecision[]> {
  // What a full phone could not note ends one round, and none after it.
  const round = sending.catch(() => undefined).then(() => sendThem(which));
  sending = round;
  return round;
}

async function sendThem(which: 'due' | 'all'): Promise<KeptDecision[]> {
  const now = Date.now();
  const done: KeptDecision[] = [];
  for (const decision of keptDecisions()) {
    if (decision.refusal !== null || (which === 'due' && !isDue(decision, now))) continue;
    // Those before it took their time: it may have been taken back meanwhile.
    if (!keptDecisions().some(({ commandId }) => commandId === decision.commandId)) continue;
    underWay.add(decision.commandId);
    const outcome = await sendOne(decision).finally(() => underWay.delete(decision.commandId));
    if (outcome === 'done') done.push(decision);
    // Without a network the rest would fare the same; they keep their order for the next time.
    if (outcome === 'unanswered') break;
  }
  return done;
}

/** Further off than a tap can be taken back: the phone's clock was set back since. */
const isDue = ({ sendAt }: KeptDecision, now: number) => sendAt <= now || sendAt > now + undoMs;

type Outcome = 'done' | 'refused' | 'unanswered';

async function sendOne({ commandId, decided }: KeptDecision): Promise<Outcome> {
  const reply =
    decided.call === 'story.approve'
      ? await sendCommand('newsroom', { commandId, ...decided })
      : await sendCommand('newsroom', { commandId, ...decided });
  if (reply.ok) {
    dropDecision(commandId);
    return 'done';
  }
  if (!('refusal' in reply)) return 'unanswered';
  keepRefusal(commandId, reply);
  return 'refused';
}

function keepRefusal(commandId: string, reply: { refusal: Refusal; detail?: unknown }): void {
  const { refusal } = reply;
  const holderName = nameIn(reply.detail);
  keep(
    key,
    keptDecisions().map((decision) =>
      decision.commandId === commandId ? { ...decision, refusal, holderName } : decision,
    ),
  );
}

/** The name in a refusal's detail: `claimed_by_other` says who has the story. */
export function nameIn(detail: unknown): string | null {
  const isNamed = typeof detail === 'object' && detail !== null && 'name' in detail;
  return isNamed && typeof detail.name === 'string' ? detail.name : null;
}
