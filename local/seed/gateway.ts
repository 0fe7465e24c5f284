/** The embedded cloud's doors as phones use them, plain HTTP: calls, uploads, and its own controls. */
import { randomBytes } from 'node:crypto';

export interface Gateway {
  /** Sends a call as this openid; throws with the refusal's code, since a seed is refused nothing. */
  call<Value>(openid: string, call: string, input: object): Promise<Value>;
  upload(openid: string, name: string, bytes: Buffer): Promise<void>;
  control(service: string, command: string, input: object): Promise<void>;
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
      const { ok, value, refusal } = answer as { ok: boolean; value?: unknown; refusal?: string };
      if (!ok) throw new Error(`${call}: ${refusal} ${JSON.stringify(input).slice(0, 300)}`);
      return value as never; // the caller names the shape that the call answers with
    },
    async upload(openid, name, bytes) {
      await send(`${cloudBase}/upload/incoming/${openid}/${name}`, {
        method: 'PUT',
        headers: { 'x-openid': openid },
        body: new Uint8Array(bytes),
      });
    },
  };
}

/** An id as a phone makes it. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

const ofNewsroom = /^(story|queue|revision|adoption|metric|fact)\./;
const ofPoints = /^(rulebook|standing|entry|ranking)\./;
const functionOf = (call: string) =>
  ofNewsroom.test(call) ? 'newsroom' : ofPoints.test(call) ? 'points' : 'directory';

async function send(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`);
  return text === '' ? {} : JSON.parse(text);
}
