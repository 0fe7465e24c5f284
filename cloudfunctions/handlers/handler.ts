import type { CallName, ParsedOf, RefusalOf, ValueOf } from '../contract';
import type { CommandKey } from '../kernel/router';
import type { Store } from '../store';

/** What a handler works with besides its input; time and ids are made here, never inside. */
export interface Scene {
  openid: string;
  now: number;
  store: Store;
  newId(): string;
}

export interface CommandScene extends Scene {
  command: CommandKey;
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
