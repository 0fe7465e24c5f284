/** What WeChat's stand-in must not forget over a restart, its checks apart: tokens and consents. */
import path from 'node:path';
import { readIfThere, replaceFile } from '../durable-file';
import { shareNext } from '../share-next';

export interface Token {
  text: string;
  /** Epoch ms by the cloud's clock. */
  expiresAt: number;
}

export interface Kept {
  tokens: Token[];
  /** The one that stable_token hands out. */
  stable?: Token;
  /** The one that /cgi-bin/token handed out last. */
  plain?: Token;
  /** Messages a person still accepts, by `<openid> <template id>`; absent means any number. */
  consents: Record<string, number>;
}

export interface State {
  /** The present state; changed in place, then saved. */
  readonly kept: Kept;
  load(): Promise<void>;
  /** Resolves when what is kept now is on disk. */
  save(): Promise<void>;
  clear(): Promise<void>;
}

export function createState(folder: string): State {
  const file = path.join(folder, 'state.json');
  const kept: Kept = { tokens: [], consents: {} };
  const save = shareNext(() => replaceFile(file, JSON.stringify(kept)));

  return {
    kept,
    save,
    async load() {
      const text = await readIfThere(file);
      // Written by `save` alone, and never torn.
      if (text !== undefined) Object.assign(kept, JSON.parse(text) as Kept);
    },
    async clear() {
      Object.assign(kept, { tokens: [], consents: {} });
      delete kept.stable;
      delete kept.plain;
      await save();
    },
  };
}
