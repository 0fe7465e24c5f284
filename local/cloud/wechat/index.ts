/**
 * WeChat's server API as far as an app like ours needs it, on its own local port with the paths, bodies
 * and error codes of api.weixin.qq.com. What it should think of a text, forget, refuse or delay is told
 * by controls; see the README of local/cloud for them.
 */
import path from 'node:path';
import { APP_ID, APP_SECRET } from '../application';
import { CloudError } from '../errors';
import type { CloudContext, Functions, Identity, Service } from '../service';
import { answerJson } from '../server/answer';
import { codePictureEndpoint } from './code-picture';
import { createMediaCheck } from './media-check';
import type { MediaCheck } from './media-check';
import { MEDIA_EVENT } from './media-result';
import { createMessages } from './messages';
import type { Messages } from './messages';
import { createMishaps } from './mishaps';
import type { Mishaps } from './mishaps';
import { createPendingChecks } from './pending-checks';
import { createPhoneNumbers } from './phone-numbers';
import type { PhoneNumbers } from './phone-numbers';
import { createRates } from './rates';
import type { Rates } from './rates';
import { createWechatServer } from './server';
import type { LocalPages } from './server';
import { createState } from './state';
import { textCheckEndpoint } from './text-check';
import { createTokens } from './tokens';
import type { Tokens } from './tokens';
import { createVerdicts } from './verdicts';
import type { Verdicts } from './verdicts';

export interface WechatOptions {
  context: CloudContext;
  identity: Identity;
  functions: Functions;
  /** On 127.0.0.1; 0 or absent takes a free one. */
  port?: number;
}

export interface Wechat extends Service {
  /** Stands for https://api.weixin.qq.com, e.g. `http://127.0.0.1:4301`. */
  base(): string;
  /** What functions need to call it: WECHAT_API_BASE, WECHAT_APP_ID, WECHAT_APP_SECRET. */
  environment(): Record<string, string>;
}

/** Two functions that take the same message event are an Error at start. */
export function createWechat(options: WechatOptions): Wechat {
  const { context, identity, functions } = options;
  const { clock } = context;
  const folder = path.join(context.dataDir, 'wechat');
  const state = createState(folder);
  const tokens = createTokens({ clock, state });
  const rates = createRates(clock);
  const mishaps = createMishaps();
  const verdicts = createVerdicts();
  const messages = createMessages({ clock, state, folder });
  const phones = createPhoneNumbers({ clock, identity });
  const pending = createPendingChecks(folder);
  const media = createMediaCheck({ context, functions, identity, verdicts, pending });
  const told: Told = {};
  const server = createWechatServer({
    tokens,
    rates,
    mishaps,
    log: context.log,
    localPages: localPages(messages, told),
    endpoints: {
      ...tokens.endpoints,
      '/wxa/getwxacodeunlimit': codePictureEndpoint({
        base: () => server.base(),
        pages: () => told.pages,
      }),
      '/wxa/msg_sec_check': textCheckEndpoint({ clock, identity, verdicts }),
      '/wxa/media_check_async': media.endpoint,
      '/cgi-bin/message/subscribe/send': messages.endpoint,
      '/wxa/business/getuserphonenumber': phones.endpoint,
    },
  });

  return {
    name: 'wechat',
    base: server.base,
    environment: () => accountAt(server.base()),
    async start() {
      checkReceivers(functions);
      await Promise.all([state.load(), pending.load()]);
      await server.start(options.port ?? 0);
      media.start();
    },
    async reset() {
      for (const part of [tokens, rates, mishaps, verdicts, phones, media]) part.clear();
      Object.assign(told, { pages: undefined, pagesBase: undefined });
      await messages.clear();
      await Promise.all([state.clear(), pending.clear()]);
    },
    async stop() {
      await media.stop();
      await server.stop();
    },
    routes: [phones.route],
    controls: controlsOf({ mishaps, verdicts, media, messages, phones, rates, tokens, told }),
  };
}

const accountAt = (base: string) => ({
  ...{ WECHAT_API_BASE: base, WECHAT_APP_ID: APP_ID, WECHAT_APP_SECRET: APP_SECRET },
});

function controlsOf(parts: {
  mishaps: Mishaps;
  verdicts: Verdicts;
  media: MediaCheck;
  messages: Messages;
  phones: PhoneNumbers;
  rates: Rates;
  tokens: Tokens;
  told: Told;
}): NonNullable<Service['controls']> {
  const { mishaps, verdicts, media, messages, phones, rates, tokens, told } = parts;
  return {
    mishap: mishaps.plan,
    flag: verdicts.flag,
    media: media.tell,
    'deliver-media': async () => ({ delivered: await media.deliverAll() }),
    consent: messages.consent,
    templates: ({ templateIds }) => messages.setTemplates(textsOf(templateIds, 'templateIds')),
    pages: ({ pages }) => void (told.pages = textsOf(pages, 'pages')),
    'pages-base': ({ base }) => void (told.pagesBase = String(base)),
    quota: ({ path: at, remaining }) => rates.limit(String(at), Number(remaining)),
    'revoke-tokens': () => tokens.revokeAll(),
    'phone-code': ({ openid }) => phones.issue(String(openid)),
    'sent-messages': async () => ({ messages: await messages.sent() }),
  };
}

/** What is known of the app only because somebody said so. */
interface Told {
  pages?: string[] | undefined;
  /** Where the app's pages are served to browsers. */
  pagesBase?: string | undefined;
}

function localPages(messages: Messages, told: Told): LocalPages {
  return {
    '/sent-messages': async (url, response) => {
      const sent = await messages.sent(url.searchParams.get('touser') ?? undefined);
      answerJson(response, 200, { messages: sent });
    },
    // What a scanned code leads to: the page in a browser, or at least what it says.
    '/open': async (url, response) => {
      const page = url.searchParams.get('page') ?? '';
      const scene = url.searchParams.get('scene') ?? '';
      if (told.pagesBase === undefined) return answerJson(response, 200, { page, scene });
      const query = new URLSearchParams({ scene });
      response.writeHead(302, { location: `${told.pagesBase}#/${page}?${query}` }).end();
    },
  };
}

function checkReceivers(functions: Functions): void {
  const receivers = functions.list().filter((config) => config.messages.includes(MEDIA_EVENT));
  if (receivers.length < 2) return;
  const names = receivers.map((config) => config.name).join(' and ');
  throw new Error(`${names} both take ${MEDIA_EVENT}; WeChat pushes an event to one function`);
}

function textsOf(given: unknown, name: string): string[] {
  if (Array.isArray(given) && given.every((one) => typeof one === 'string')) return given;
  throw new CloudError('INVALID_PARAM', `${name} must be a list of texts`);
}
