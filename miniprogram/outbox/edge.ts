/** Everything the outbox asks of the phone and the cloud; a test puts its own in place. */
import type { InputOf } from '../../cloudfunctions/contract/index';
import type { Reply } from '../client/call';

export type Network = 'none' | 'wifi' | 'mobile';

export interface Upload {
  cloudPath: string;
  path: string;
  onProgress(percent: number): void;
}

export interface OutboxEdge {
  /** Storage: what is kept survives the app; `keep` throws when the phone is full. */
  keys(prefix: string): string[];
  read(key: string): unknown;
  keep(key: string, value: unknown): void;
  forget(key: string): void;
  /** Files that were copied out of WeChat's temporary ones. */
  listFiles(): Promise<string[]>;
  hasFile(path: string): Promise<boolean>;
  removeFile(path: string): Promise<void>;
  /** True only when the cloud has confirmed the file. */
  upload(upload: Upload): Promise<boolean>;
  openSession(): Promise<Reply<'session.open'>>;
  fileStory(input: InputOf<'story.file'>, commandId: string): Promise<Reply<'story.file'>>;
  refileStory(input: InputOf<'story.refile'>, commandId: string): Promise<Reply<'story.refile'>>;
  network(): Promise<Network>;
  newId(): Promise<string>;
  /** The phone's own clock, for pauses. */
  now(): number;
  /** The cloud's clock as far as it is known, for what is kept by the day. */
  cloudNow(): number;
  /** Runs something later, while the app is open. */
  after(ms: number, run: () => void): void;
}
