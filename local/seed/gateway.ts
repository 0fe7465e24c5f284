/** The embedded cloud's doors as phones use them, plain HTTP: calls, uploads, and its own controls. */
import { createHash, randomBytes } from 'node:crypto';

export interface Gateway {
  /** Sends a call as this openid; throws with the refusal's code, since a seed is refused nothing. */
  call<Value>(openid: string, call: string, input: object): Promise<Value>;
  /** Puts a file into the phone's folder under the hash of its bytes; answers the hash. */
  upload(openid: string, ext: string, bytes: Buffer): Promise<string>;
  control(service: string, command: string, input: object): Promise<void>;
}

interface Answer {
  ok: boolean;
  value?: unknown;
  refusal?: string;
  detail?: unknown;
}

/** The doors of the cloud at this address. */
export function openGateway(cloudBase: string): Gateway {
  const control: Gateway['control'] = async (service, command, input) => {
    await send(`${cloudBase}/control/${service}/${command}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
  };
  return {
    control,
    async call(openid, call, input) {
      const answer = await send(`${cloudBase}/call/${functionOf(call)}`, {
        method: 'POST',
        headers: { 'x-openid': openid },
        body: JSON.stringify({ call, input, commandId: newId() }),
      });
      const { ok, value, refusal, detail } = answer as Answer;
      if (!ok) {
        const [why, asked] = [JSON.stringify(detail ?? null), JSON.stringify(input)];
        throw new Error(`${call}: ${refusal} ${why} ${asked.slice(0, 300)}`);
      }
      return value as never; // the caller names the shape that the call answers with
    },
    async upload(openid, ext, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await send(`${cloudBase}/upload/incoming/${openid}/${sha256}.${ext}`, {
        method: 'PUT',
        headers: { 'x-openid': openid },
        body: new Uint8Array(bytes),
      });
      return sha256;
    },
  };
}

/** Runs `work` over all, a few at a time: as many as keep two cores busy. */
export async function inTurns<One>(all: One[], work: (one: One) => Promise<void>): Promise<void> {
  let next = 0;
  const run = async () => {
    for (let n = next++; n < all.length; n = next++) {
      // `n` is within the list, as the loop says.
      await work(all[n] as One);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

const atOnce = 2;

/** An id as a phone makes it. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

const functions: [name: string, calls: RegExp][] = [
  ['newsroom', /^(story|queue|revision|adoption|metric|fact)\./],
  ['paper', /^(roster\.|bulletin\.export)/],
  ['points', /^(rulebook|standing|entry|ranking|appeal|adjustment|code|period|bulletin)\./],
];
const functionOf = (call: string) =>
  functions.find(([, calls]) => calls.test(call))?.[0] ?? 'directory';

async function send(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`);
  return text === '' ? {} : JSON.parse(text);
}
