import type { CallName, ParsedOf, RefusalOf, ValueOf } from '../contract';
import type { Person } from '../domain/people/person';
import type { CommandKey } from '../kernel/router';
import type { Store } from '../store';

/** What a handler works with besides its input; time and ids are made here, never inside. */
export interface Scene {
  openid: string;
  now: number;
  /** Today in Asia/Shanghai. */
  on: string;
  store: Store;
  newId(): string;
  /** The person bound to the openid, read once a call; undefined for a visitor. */
  person(): Promise<Person | undefined>;
}

export interface CommandScene extends Scene {
  command: CommandKey & { call: string };
}

export type Outcome<Name extends CallName> =
  { ok: true; value: ValueOf<Name> } | { ok: false; refusal: RefusalOf<Name> };

/** One file per use case: parse (done by the router) → load → decide → commit. */
export type QueryHandler<Name extends CallName> = (
  input: ParsedOf<Name>,
  scene: Scene,
) => Promise<Outcome<Name>>;

export type CommandHandler<Name extends CallName> = (
  input: ParsedOf<Name>,
  scene: CommandScene,
) => Promise<Outcome<Name>>;

/** A refusal as a handler answers it. */
export function refused<Refusal extends string>(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
