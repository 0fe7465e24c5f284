/**
 * The one way into a function that phones call: who is asking (from the platform, never from the
 * input) → parse → a known command answers from its receipt → handler → one log line. Knows no
 * newsroom words: the calls, the handlers and the store are handed in.
 */
import type { Answer, CallRequest } from './answer';
import { Fault } from './faults';
import { hashJson, hashText } from './hash';

/** A call's shape: `safeParse` of its input schema, and whether it changes anything. */
export interface RoutedCall {
  kind: 'query' | 'command';
  input: { safeParse(input: unknown): { success: boolean; data?: unknown; error?: ParseError } };
}

interface ParseError {
  issues: readonly { path: readonly PropertyKey[]; code: string }[];
}

/** What identifies one command for ever: answered twice, done once. */
export interface CommandKey {
  receiptId: string;
  contentHash: string;
}

/** What a routed call is given besides its input. */
export interface Scene {
  openid: string;
  now: number;
  /** Present for commands, and only for them. */
  command?: CommandKey;
}

export interface Router {
  calls: Record<string, RoutedCall>;
  /** Runs the call's handler; the input is what the schema made of it. */
  run(call: string, input: unknown, scene: Scene): Promise<Answer>;
  /** What the command was answered if it was done before; the request says what else may be read with it. */
  findReceipt(
    receiptId: string,
    asked: { call: string; input: unknown; now: number },
  ): Promise<{ contentHash: string; answer: Answer } | undefined>;
  now(): number;
  log(line: CallLog): void;
}

/** One structured line a call: no text, no phone numbers, no openid. */
export interface CallLog {
  call: string;
  caller: string;
  ms: number;
  outcome: string;
}

const commandIdForm = /^[0-9A-Za-z_-]{16,64}$/;

/** Answers one request of one caller; throws only faults and bugs. */
export async function route(router: Router, event: unknown, openid: string): Promise<Answer> {
  const startedAt = router.now();
  const request = readRequest(event);
  const finish = (answer: Answer): Answer => {
    const outcome = answer.ok ? 'ok' : answer.refusal;
    router.log({
      call: request && router.calls[request.call] ? request.call : 'unknown',
      caller: openid === '' ? 'nobody' : hashText(openid).slice(0, 12),
      ms: router.now() - startedAt,
      outcome,
    });
    return answer;
  };
  if (!request) return finish({ ok: false, refusal: 'request_invalid' });
  return finish(await answer(router, request, { openid, now: startedAt }));
}

async function answer(router: Router, request: CallRequest, scene: Scene): Promise<Answer> {
  const call = Object.hasOwn(router.calls, request.call) ? router.calls[request.call] : undefined;
  if (!call) return { ok: false, refusal: 'call_unknown' };
  if (scene.openid === '') return { ok: false, refusal: 'not_signed_in' };
  const parsed = call.input.safeParse(request.input);
  if (!parsed.success) {
    return { ok: false, refusal: 'input_invalid', detail: whereInvalid(parsed.error) };
  }
  if (call.kind === 'query') return router.run(request.call, parsed.data, scene);
  return answerCommand(router, request, parsed.data, scene);
}

// A receipt is looked for before anything else: a replay would otherwise meet a document already
// changed by its first run and be refused.
async function answerCommand(
  router: Router,
  request: CallRequest,
  input: unknown,
  scene: Scene,
): Promise<Answer> {
  const { commandId } = request;
  if (commandId === undefined || !commandIdForm.test(commandId)) {
    return { ok: false, refusal: 'request_invalid' };
  }
  const command = {
    receiptId: hashJson([scene.openid, request.call, commandId]),
    contentHash: hashJson(input),
  };
  const receipt = await router.findReceipt(command.receiptId, {
    ...{ call: request.call, input, now: scene.now },
  });
  if (receipt) {
    if (receipt.contentHash === command.contentHash) return receipt.answer;
    return { ok: false, refusal: 'command_changed' };
  }
  return router.run(request.call, input, { ...scene, command });
}

function readRequest(event: unknown): CallRequest | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const { call, commandId, input } = event as Record<string, unknown>; // an object, just checked
  if (typeof call !== 'string') return undefined;
  if (commandId === undefined) return { call, input };
  return typeof commandId === 'string' ? { call, commandId, input } : undefined;
}

/** Where an input fails its schema: paths and kinds only, never what was typed. */
function whereInvalid(error: ParseError | undefined): { path: string; code: string }[] {
  if (!error) throw new Fault('schema_without_error', 'never');
  return error.issues.slice(0, 10).map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: issue.code,
  }));
}
