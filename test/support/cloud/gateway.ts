/** The gateway with real identity and storage; functions are pretended and remembered. */
import fs from 'node:fs';
import path from 'node:path';
import { createGateway } from '../../../local/cloud/gateway';
import { createIdentity } from '../../../local/cloud/identity';
import type { Caller, CloudContext, FunctionConfig, Functions } from '../../../local/cloud/service';
import { createStorage } from '../../../local/cloud/storage';
import { serve } from './served';

export const LIN = 'o-lin-0001';
export const ZHOU = 'o-zhou-0001';

export interface Call {
  name: string;
  event: unknown;
  caller: Caller;
}

/** Starts it on a fresh folder. `open` may be called by all, `newsroom` signed in, `relay` by none. */
export async function startGateway() {
  const calls: Call[] = [];
  const told: { answer(call: Call): unknown } = { answer: () => ({ ok: true }) };
  const served = await serve((context: CloudContext) => {
    const identity = createIdentity(context);
    const readable = { path: 'public/', read: true, write: false };
    const own = { path: 'incoming/{openid}/', read: false, write: true };
    const storage = createStorage(context, [own, readable]);
    const functions = pretendFunctions(calls, (call) => told.answer(call));
    return [identity, storage, createGateway({ functions, storage, identity })];
  });
  return {
    served,
    /** What functions were called with. */
    calls,
    /** What functions answer; a test may change it. */
    told,
    call: (name: string, body?: string, headers: Record<string, string> = {}) =>
      fetch(`${served.base}/call/${name}`, { method: 'POST', body, headers }),
    put: (cloudPath: string, body: string | Buffer, openid: string) =>
      fetch(`${served.base}/upload/${cloudPath}`, {
        ...{ method: 'PUT', body },
        headers: { 'x-openid': openid },
      }),
    temporaryUrls: (body: unknown) =>
      fetch(`${served.base}/temp-urls`, {
        ...{ method: 'POST', body: JSON.stringify(body) },
        headers: { 'x-openid': LIN },
      }),
    /** Names of the files that hold bytes. */
    blobs: () => fs.readdirSync(path.join(served.context.dataDir, 'storage/blobs')),
    async end() {
      await served.stop();
      served.context.removeFolder();
    },
  };
}

function pretendFunctions(calls: Call[], answer: (call: Call) => unknown): Functions {
  const config = (name: string, invoke: FunctionConfig['invoke']): FunctionConfig => ({
    ...{ name, invoke, timeout: 5, memorySize: 256, triggers: [], http: [], messages: [] },
    envVariables: {},
  });
  return {
    list: () => [config('open', true), config('newsroom', 'signed-in'), config('relay', false)],
    async invoke(name, event, caller) {
      const call = { name, event, caller };
      calls.push(call);
      return answer(call);
    },
  };
}
