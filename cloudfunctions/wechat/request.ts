/** One request to WeChat's server API; every answer of it has status 200 and says errcode. */
import { request, type HttpAnswer } from '../kernel/request';
import { urlOf } from '../kernel/url';

export type WechatAnswer = { errcode: number } & Record<string, unknown>;

/** Undefined when there was no answer in time, or none that can be read. */
export async function postJson(
  url: URL,
  body: unknown,
  deadline: number,
): Promise<WechatAnswer | undefined> {
  return post(url, { body, deadline }, (answer) => asAnswer(answer.body));
}

/** A picture is answered as its bytes, and why there is none as JSON. */
export async function postForPicture(
  url: URL,
  body: unknown,
  deadline: number,
): Promise<Buffer | WechatAnswer | undefined> {
  return post<Buffer | WechatAnswer | undefined>(url, { body, deadline }, (answer) => {
    const isPicture = answer.headers['content-type']?.startsWith('image/');
    return isPicture ? answer.body : asAnswer(answer.body);
  });
}

async function post<Answer>(
  url: URL,
  { body, deadline }: { body: unknown; deadline: number },
  read: (answer: HttpAnswer) => Answer,
): Promise<Answer | undefined> {
  const msMax = deadline - Date.now();
  if (msMax <= 0) return undefined;
  try {
    const answer = await request({ url, json: body, msMax });
    // WeChat sends nobody elsewhere; whoever would is not WeChat.
    return answer.status < 300 || answer.status >= 400 ? read(answer) : undefined;
  } catch {
    // No line, too late, or no JSON: all of these are «no answer» to whoever asked.
    return undefined;
  }
}

function asAnswer(body: Buffer): WechatAnswer | undefined {
  const answer: unknown = JSON.parse(body.toString('utf8'));
  if (typeof answer !== 'object' || answer === null) return undefined;
  const fields = answer as Record<string, unknown>; // an object, just checked
  return { ...fields, errcode: Number(fields.errcode ?? 0) };
}

/** The API's base; only HTTPS, or the laptop's own stand-in. Undefined when it is neither. */
export function baseOf(text: string): string | undefined {
  const url = urlOf(text);
  if (!url) return undefined;
  const { protocol, hostname, origin } = url;
  const isLocal = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname);
  return protocol === 'https:' || isLocal ? origin : undefined;
}
