import type * as z from 'zod/mini';
import { directory } from './directory';
import { newsroom } from './newsroom';
import { paper } from './paper';
import { points } from './points';
import type { RouterRefusal } from './refusal';

/** Every call a phone can make, by name; each is answered by the function that lists it. */
export const contract = { ...directory, ...newsroom, ...paper, ...points };

/** Which function answers which calls. */
export const functionCalls = { directory, newsroom, paper, points };

export type CallName = keyof typeof contract;
export type CommandName = {
  [Name in CallName]: (typeof contract)[Name]['kind'] extends 'command' ? Name : never;
}[CallName];

/** What the phone sends. */
export type InputOf<Name extends CallName> = z.input<(typeof contract)[Name]['input']>;
/** What the handler gets: parsed, trimmed, defaults filled in. */
export type ParsedOf<Name extends CallName> = z.output<(typeof contract)[Name]['input']>;
export type ValueOf<Name extends CallName> = z.output<(typeof contract)[Name]['value']>;
export type RefusalOf<Name extends CallName> = (typeof contract)[Name]['refusals'][number];

/** What a call answers over the wire. */
export type AnswerOf<Name extends CallName> =
  | { ok: true; value: ValueOf<Name> }
  | { ok: false; refusal: RefusalOf<Name> | RouterRefusal; detail?: unknown };
