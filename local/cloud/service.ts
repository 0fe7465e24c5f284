/**
 * What every simulated service is to the cloud that joins them: a life cycle, and what it answers.
 * Services know each other only through the interfaces of this file; cloud.ts hands them over.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * One simulated service. `reset` empties it, as if the data folder were new, and forgets what it was told
 * to do wrong; all are idempotent.
 */
export interface Service {
  readonly name: string;
  /** Opens what the service keeps under its own folder of the data folder. */
  start(): Promise<void>;
  reset(how?: Reset): Promise<void>;
  /** Finishes what is under way and releases files, processes and ports. */
  stop(): Promise<void>;
  /** Actions of the SDK's wire protocol at POST /admin, by name (`database.getDocument`). */
  readonly actions?: Record<string, AdminAction>;
  /** Plain HTTP routes; the longest matching prefix wins. */
  readonly routes?: Route[];
  /** Commands of tests and demos at POST /control/<service>/<command>, JSON in and out. */
  readonly controls?: Record<string, (input: Record<string, unknown>) => unknown>;
}

export interface Reset {
  /** Processes of functions that serve nobody stay, as warm as they are. */
  keepsIdle?: boolean;
}

/** Answers one wire action; throws CloudError for what the SDK shows its user as a TcbError. */
export type AdminAction = (
  params: Record<string, unknown>,
  request: AdminRequest,
) => Promise<AdminAnswer> | AdminAnswer;

/** `data` and, for startTransaction, the top-level `transactionId`. */
export interface AdminAnswer {
  data?: unknown;
  transactionId?: string;
}

export interface AdminRequest {
  readonly requestId: string;
  /** The per-invocation token that the SDK sends back in every body, when the caller is a function. */
  readonly wxCloudApiToken?: string;
}

export interface Route {
  /** Matches the path itself and everything below it, e.g. `/files/`. */
  readonly prefix: string;
  /** Pages of other loopback ports may use it (CORS); pages of any other origin are refused. */
  readonly browsers?: boolean;
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> | void;
}

/** What every service is given. Addresses are known only once the cloud listens. */
export interface CloudContext {
  /** CloudBase environment id, e.g. `local-env`. */
  readonly envId: string;
  /** Folder of this cloud; each service keeps to `<dataDir>/<service name>/`. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** Base address of the cloud's own server, e.g. `http://127.0.0.1:4300`. */
  base(): string;
  /** One structured line on standard error; never request bodies or personal data. */
  log(line: Record<string, unknown>): void;
}

/** The cloud's time. Real by default; tests and demos may set or advance it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** The cloud's time minus the real time, in milliseconds; functions get it as CLOUD_CLOCK_OFFSET_MS. */
  offsetMs(): number;
  /** Called after the time was set or advanced by hand; returns the unsubscriber. */
  onMoved(listener: (fromMs: number, toMs: number) => Promise<void> | void): () => void;
}

/** Who is behind an invocation; becomes the environment that the SDK's getWXContext reads. */
export interface Caller {
  /** Absent where no phone is behind the call (timer, http, another function). */
  openid?: string;
  source: 'wx_client' | 'wx_http' | 'wx_timer' | 'wx_message' | 'function' | 'admin';
  sourceIp?: string;
}

/** `dist/cloudfunctions/<name>/config.json`, as the deployment reads it too. */
export interface FunctionConfig {
  readonly name: string;
  /** Seconds, 1–60; CloudBase's default is 3 for new functions, ours is 5. */
  readonly timeout: number;
  /** MB, 128–2048. */
  readonly memorySize: number;
  /** The function's security rule: may phones call it? `signed-in` is CloudBase's `auth != null`. */
  readonly invoke: boolean | 'signed-in';
  readonly triggers: { name: string; type: 'timer'; config: string }[];
  /** HTTP access paths, e.g. `/inbound`. */
  readonly http: string[];
  /** Message events of the WeChat platform pushed to this function, e.g. `wxa_media_check`. */
  readonly messages: string[];
  readonly envVariables: Record<string, string>;
}

/** The functions service as the gateway, timers, http and wechat see it. */
export interface Functions {
  list(): FunctionConfig[];
  /** Resolves to what `main` returned; rejects with CloudError (FUNCTION_NOT_FOUND, …). */
  invoke(name: string, event: unknown, caller: Caller): Promise<unknown>;
}

/** Personas of this laptop: openid ↔ name. */
export interface Identity {
  list(): Promise<Persona[]>;
  find(openid: string): Promise<Persona | undefined>;
  /** Remembers that this openid was active now (WeChat's two-hour rule of msg_sec_check). */
  touch(openid: string): void;
  /** Epoch ms of the last activity, if any. */
  lastActiveAt(openid: string): number | undefined;
}

export interface Persona {
  openid: string;
  unionid: string;
  name: string;
  /** Mainland number that getPhoneNumber hands out for this persona, e.g. `13800000001`. */
  phone: string;
}

/** The storage service as the gateway sees it. Paths are cloud paths without a leading slash. */
export interface Storage {
  /** Streams to disk (fsync) under the phone's access rule; resolves to the fileID. */
  putAsPhone(cloudPath: string, openid: string, body: IncomingMessage): Promise<string>;
  /** Temporary URLs, as `getTempFileURL`; a phone gets none but through a function. */
  temporaryUrls(
    files: { fileID: string; maxAge?: number }[],
  ): Promise<{ fileID: string; tempFileURL: string; code: string }[]>;
}
