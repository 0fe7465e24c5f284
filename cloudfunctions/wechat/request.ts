/** One request to WeChat's server API; every answer of it has status 200 and says errcode. */
export type WechatAnswer = { errcode: number } & Record<string, unknown>;

/** Undefined when there was no answer in time, or none that can be read. */
export async function postJson(
  url: URL,
  body: unknown,
  deadline: number,
): Promise<WechatAnswer | undefined> {
  return post(url, { body, deadline }, async (response) => asAnswer(await response.json()));
}

/** A picture is answered as its bytes, and why there is none as JSON. */
export async function postForPicture(
  url: URL,
  body: unknown,
  deadline: number,
): Promise<Buffer | WechatAnswer | undefined> {
  return post<Buffer | WechatAnswer | undefined>(url, { body, deadline }, async (response) => {
    const isPicture = response.headers.get('content-type')?.startsWith('image/');
    if (!isPicture) return asAnswer(await response.json());
    return Buffer.from(await response.arrayBuffer());
  });
}

async function post<Answer>(
  url: URL,
  { body, deadline }: { body: unknown; deadline: number },
  read: (response: Response) => Promise<Answer>,
): Promise<Answer | undefined> {
  const ms = deadline - Date.now();
  if (ms <= 0) return undefined;
  try {
    const response = await fetch(url, {
      method: 'POST',
      // Chinese goes as it is: WeChat does not read \u escapes.
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(ms),
    });
    return await read(response);
  } catch {
    // No line, too late, or no JSON: all of these are «no answer» to whoever asked.
    return undefined;
  }
}

function asAnswer(answer: unknown): WechatAnswer | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const fields = answer as Record<string, unknown>; // an object, just checked
  return { ...fields, errcode: Number(fields.errcode ?? 0) };
}

/** The API's base; only HTTPS, or the laptop's own stand-in. Undefined when it is neither. */
export function baseOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  const isLocal = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname);
  return protocol === 'https:' || isLocal ? origin : undefined;
}
