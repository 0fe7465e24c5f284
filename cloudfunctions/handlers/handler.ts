import type { CallName, ParsedOf, RefusalOf, ValueOf } from '../contract';
import type { Person } from '../domain/people/person';
import type { CommandKey } from '../kernel/router';
import type { Store } from '../store';
import type { FilingPlace } from '../store/filing';
import type { Wechat } from '../wechat';

/** What a handler works with besides its input; time and ids are made here, never inside. */
export interface Scene {
  openid: string;
  now: number;
  /** Today in Asia/Shanghai. */
  on: string;
  store: Store;
  wechat: Wechat;
  newId(): string;
  /** Messages were written: relay is started once the call is answered for. */
  wakeRelay(): void;
  /** The person bound to the openid, read once a call; undefined for a visitor. */
  person(): Promise<Person | undefined>;
}

export interface CommandScene extends Scene {
  command: CommandKey & { call: string };
  /** What a filing is decided on, read along with the caller; undefined without such a unit. */
  filingPlace: FilingPlace | undefined;
}

export type Outcome<Name extends CallName> =
  { ok: true; value: ValueOf<Name> } | { ok: false; refusal: RefusalOf<Name>; detail?: unknown };

/** One file per use case: parse (done by the router) → load → decide → commit. */
export type QueryHandler<Name extends CallName> = (
  input: ParsedOf<Name>,
  scene: Scene,
) => Promise<Outcome<Name>>;

export type CommandHandler<Name extends CallName> = (
  input: ParsedOf<Name>,
  scene: CommandScene,
) => Promise<Outcome<Name>>;

/** A refusal as a handler answers it; `detail` is for the phone's words, never personal. */
export function refused<Refusal extends string>(
  refusal: Refusal,
  detail?: unknown,
): { ok: false; refusal: Refusal; detail?: unknown } {
  return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };
}
