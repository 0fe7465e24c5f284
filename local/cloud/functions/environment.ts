/**
 * The variables a function finds, named as on SCF under CloudBase (read in @cloudbase/node-sdk 3.18.3,
 * utils/tcbcontext.js and utils/wxCloudToken.js, and wx-server-sdk 4.0.2, getWXContext). Nothing of the
 * developer's own environment goes in but what a process cannot do without.
 */
import { randomUUID } from 'node:crypto';
import { APP_ID } from '../application';
import type { Caller, CloudContext, FunctionConfig, Persona } from '../service';

const NEEDED_OF_THE_MACHINE = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG'];
const REGION = 'ap-shanghai';
const WX_KEYS = ['WX_CLIENTIP', 'WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'WX_API_TOKEN'];
const TCB_KEYS = ['TCB_UUID', 'TCB_CUSTOM_USER_ID', 'TCB_ISANONYMOUS_USER', 'TCB_SOURCE_IP'];

/** What all calls of one function see; set when its process starts. */
export function processEnvironment(input: {
  context: CloudContext;
  config: FunctionConfig;
  added: Record<string, string>;
}): Record<string, string> {
  const { envId } = input.context;
  return {
    ...machineEnvironment(),
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    TENCENTCLOUD_SECRETID: 'AKIDlocal',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: envId,
    SCF_FUNCTIONNAME: input.config.name,
    TCB_ENV: envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${input.context.base()}/admin` }),
    TCB_CONTEXT_KEYS: TCB_KEYS.join(','),
    WX_CONTEXT_KEYS: WX_KEYS.join(','),
    ...input.added,
    ...input.config.envVariables,
  };
}

/** What one call sees. A key that is absent here is absent in the process, whoever called before. */
export function callEnvironment(input: {
  context: CloudContext;
  caller: Caller;
  persona: Persona | undefined;
}): Record<string, string> {
  const { caller, persona } = input;
  const token = randomUUID();
  const sourceIp = caller.sourceIp ?? (caller.source === 'wx_client' ? '127.0.0.1' : undefined);
  return {
    CLOUD_CLOCK_OFFSET_MS: String(input.context.clock.offsetMs()),
    WX_APPID: APP_ID,
    WX_API_TOKEN: token,
    TCB_SOURCE: caller.source === 'function' ? 'scf' : caller.source,
    ...(caller.source === 'wx_timer' && { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token }),
    ...(caller.openid && { WX_OPENID: caller.openid, TCB_ISANONYMOUS_USER: 'false' }),
    ...(persona && { WX_UNIONID: persona.unionid }),
    ...(sourceIp && { TCB_SOURCE_IP: sourceIp, WX_CLIENTIP: sourceIp }),
  };
}

/** `main`'s second argument as on SCF; the worker adds `environment`. */
export function callContext(input: {
  context: CloudContext;
  config: FunctionConfig;
  requestId: string;
}): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: input.requestId,
    function_name: input.config.name,
    function_version: '$LATEST',
    namespace: input.context.envId,
    memory_limit_in_mb: input.config.memorySize,
    time_limit_in_ms: input.config.timeout * 1000,
    tencentcloud_region: REGION,
  };
}

function machineEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const key of NEEDED_OF_THE_MACHINE) {
    const value = process.env[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}
