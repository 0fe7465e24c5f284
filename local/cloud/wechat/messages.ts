/** /cgi-bin/message/subscribe/send: what was sent is kept on disk, one JSON line each. */
import { appendFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../durable-file';
import { CloudError } from '../errors';
import type { Clock } from '../service';
import type { Endpoint } from './endpoint';
import { wechatError } from './errors';
import { findWrongField } from './message-fields';
import type { State } from './state';
import { isOpenid } from './text-check';

export interface SentMessage {
  /** Epoch ms by the cloud's clock. */
  at: number;
  touser: string;
  template_id: string;
  page?: string;
  miniprogram_state?: string;
  data: Record<string, { value: string }>;
}

export interface Messages {
  endpoint: Endpoint;
  /** Oldest first; only those to one person when an openid is given. */
  sent(openid?: string): Promise<SentMessage[]>;
  /** `{openid, templateId, remaining}` sets a consent, `{…, add}` adds to it, `null` is any number. */
  consent(input: Record<string, unknown>): Promise<{ remaining: number | null }>;
  /** Only these templates exist from now on; all do until it is told. */
  setTemplates(templateIds: string[]): void;
  clear(): Promise<void>;
}

const STATES = ['developer', 'trial', 'formal'];

export function createMessages(parts: { clock: Clock; state: State; folder: string }): Messages {
  const { clock, state } = parts;
  const file = path.join(parts.folder, 'sent-messages.jsonl');
  let templates: string[] | undefined;

  async function keep(message: SentMessage): Promise<void> {
    await mkdir(parts.folder, { recursive: true });
    await appendFile(file, `${JSON.stringify(message)}\n`, { flush: true });
  }

  /** One message of a consent; throws 43101 when none is left. */
  async function spend(openid: string, templateId: string): Promise<void> {
    const key = keyOf(openid, templateId);
    const remaining = state.kept.consents[key];
    if (remaining === undefined) return;
    if (remaining <= 0) throw wechatError('userRefused');
    state.kept.consents[key] = remaining - 1;
    await state.save();
  }

  return {
    endpoint: {
      method: 'POST',
      needsToken: true,
      async answer({ body }) {
        const message = { at: clock.now(), ...checkedMessage(body) };
        if (templates && !templates.includes(message.template_id))
          throw wechatError('invalidTemplate');
        await spend(message.touser, message.template_id);
        await keep(message);
        return { errcode: 0, errmsg: 'ok', msgid: clock.now() };
      },
    },
    async sent(openid) {
      const lines = ((await readIfThere(file)) ?? '').split('\n').slice(0, -1);
      // Written by `keep` alone; a line torn by a crash has no end and was cut off just above.
      const all = lines.map((line) => JSON.parse(line) as SentMessage);
      return openid === undefined ? all : all.filter((one) => one.touser === openid);
    },
    async consent({ openid, templateId, remaining, add }) {
      if (typeof openid !== 'string' || typeof templateId !== 'string')
        throw new CloudError('INVALID_PARAM', 'openid and templateId are needed');
      const { consents } = state.kept;
      const key = keyOf(openid, templateId);
      if (typeof add === 'number') consents[key] = (consents[key] ?? 0) + add;
      else if (typeof remaining === 'number') consents[key] = remaining;
      else delete consents[key];
      await state.save();
      return { remaining: consents[key] ?? null };
    },
    setTemplates(templateIds) {
      templates = templateIds;
    },
    async clear() {
      templates = undefined;
      await rm(file, { force: true });
    },
  };
}

function keyOf(openid: string, templateId: string): string {
  return `${openid} ${templateId}`;
}

function checkedMessage(body: Record<string, unknown>): Omit<SentMessage, 'at'> {
  const { touser, template_id: templateId, page, data, miniprogram_state: appState } = body;
  if (typeof touser !== 'string' || !isOpenid(touser)) throw wechatError('invalidOpenid');
  if (typeof templateId !== 'string' || templateId === '') throw wechatError('invalidTemplate');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
    throw wechatError('invalidPage');
  if (appState !== undefined && !STATES.includes(String(appState)))
    throw wechatError('invalidArgument', 'miniprogram_state');
  if (typeof data !== 'object' || data === null) throw wechatError('argument', 'data');
  // An object by the line above; its fields are checked by their kinds.
  const fields = data as SentMessage['data'];
  const wrong = findWrongField(fields);
  if (wrong !== undefined) throw wechatError('argument', `data.${wrong}.value invalid`);
  return {
    touser,
    template_id: templateId,
    ...(typeof page === 'string' && { page }),
    ...(appState !== undefined && { miniprogram_state: String(appState) }),
    data: fields,
  };
}
