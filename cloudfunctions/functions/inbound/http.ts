/** The paths of `inbound`, and how outcomes are said in HTTP. */
import { answerStatuses } from '../../contract/answer';
import { openPhotoLink } from '../../handlers/answer/open-photo-link';
import { receiveAnswer } from '../../handlers/answer/receive-answer';
import type { Store } from '../../store';
import { secretsOf } from '../channel-secrets';

/** Source: CloudBase documentation, "Access cloud functions by HTTP". */
export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

interface Scene {
  store: Store;
  now: number;
  on: string;
  newId(): string;
}

export function isHttpEvent(event: unknown): event is HttpEvent {
  return (
    typeof event === 'object' &&
    event !== null &&
    'httpMethod' in event &&
    'path' in event &&
    typeof event.path === 'string'
  );
}

/** One request; `outcome` is for the log, without tokens. */
export async function answerHttp(
  event: HttpEvent,
  scene: Scene,
): Promise<{ outcome: string; answer: HttpAnswer }> {
  // Whether the configured prefix is part of the path is the platform's affair.
  const channelId = /\/channels\/([0-9A-Za-z_-]{8,64})\/answers\/?$/.exec(event.path)?.[1];
  if (channelId !== undefined) return answerToChannel(event, channelId, scene);
  const token = /\/photos\/([0-9A-Za-z_-]{20,64})$/.exec(event.path)?.[1];
  if (token !== undefined && ['GET', 'HEAD'].includes(event.httpMethod)) {
    return answerPhoto(token, scene);
  }
  return { outcome: 'path_unknown', answer: json(404, { error: 'path_unknown' }) };
}

async function answerToChannel(event: HttpEvent, channelId: string, scene: Scene) {
  const headers = Object.fromEntries(
    Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { body = '', isBase64Encoded = false, httpMethod: method } = event;
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  const request = { method, channelId, headers, body: text };
  const outcome = await receiveAnswer(request, { ...scene, secretsOf });
  const answer =
    outcome === 'taken'
      ? json(200, { status: 'taken' })
      : json(answerStatuses[outcome], { error: outcome });
  return { outcome, answer };
}

async function answerPhoto(token: string, scene: Scene) {
  const link = await openPhotoLink(token, scene);
  if (!link.opened) {
    const status = link.refusal === 'link_over' ? 410 : 404;
    return { outcome: link.refusal, answer: json(status, { error: link.refusal }) };
  }
  const headers = { location: encodeURI(decodeURI(link.url)), 'cache-control': 'no-store' };
  return { outcome: 'photo_opened', answer: { statusCode: 302, headers, body: '' } };
}

function json(statusCode: number, value: object): HttpAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { statusCode, headers, body: JSON.stringify(value) };
}
