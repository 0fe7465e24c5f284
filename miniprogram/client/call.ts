/**
 * The only door to the cloud: sends a call of the contract and tells the three ends apart — answered,
 * refused, and no answer. A command keeps its id on the phone until it is answered, so that the same
 * tap repeated after a lost answer or a restart is done once.
 */
import type { AnswerOf, CallName, CommandName, InputOf } from '../../cloudfunctions/contract/index';
import { callFunction, type CallFailure } from '../platform/cloud';
import { newId } from '../platform/ids';
import { forget, keep, readKept } from '../platform/storage';
import { whileSending } from '../platform/under-way';

export type Reply<Name extends CallName> = AnswerOf<Name> | { ok: false; failure: CallFailure };

/** Asks something; may be repeated freely. */
export async function ask<Name extends CallName>(
  functionName: string,
  call: Name,
  input: InputOf<Name>,
): Promise<Reply<Name>> {
  return send(functionName, call, { call, input });
}

/** Does something once, however often it is tapped; a changed input or a refusal gets a new id. */
export async function command<Name extends CommandName>(
  functionName: string,
  call: Name,
  input: InputOf<Name>,
): Promise<Reply<Name>> {
  const key = `command:${call}`;
  const content = JSON.stringify(input);
  const kept = unkept.get(key) ?? readKept<Tapped>(key);
  const commandId = kept?.content === content ? kept.commandId : await newId();
  keepTapped(key, { commandId, content });
  const reply = await send<Name>(functionName, call, { call, commandId, input });
  if (reply.ok || 'refusal' in reply) forgetTapped(key);
  return reply;
}

interface Tapped {
  commandId: string;
  content: string;
}

/** What a full phone, or one value too large for it, could not keep: remembered while the app is open. */
const unkept = new Map<string, Tapped>();

function keepTapped(key: string, tapped: Tapped): void {
  try {
    keep(key, tapped);
    unkept.delete(key);
  } catch {
    unkept.set(key, tapped);
  }
}

function forgetTapped(key: string): void {
  unkept.delete(key);
  forget(key);
}

/** Sends a command whose id the caller keeps itself; may be repeated until it is answered. */
export async function sendCommand<Name extends CommandName>(
  functionName: string,
  { call, commandId, input }: { call: Name; commandId: string; input: InputOf<Name> },
): Promise<Reply<Name>> {
  return send(functionName, call, { call, commandId, input });
}

async function send<Name extends CallName>(
  functionName: string,
  _call: Name,
  request: { call: string; commandId?: string; input: unknown },
): Promise<Reply<Name>> {
  const sending = callFunction(functionName, request);
  const sent = await (request.commandId === undefined ? sending : whileSending(sending));
  if (!sent.answered) return { ok: false, failure: sent.failure };
  // The function answers by the contract; the compiler holds both sides to it.
  return sent.answer as AnswerOf<Name>;
}
