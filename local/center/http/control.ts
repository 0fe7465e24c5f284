/** For tests and demos: what arrived as it arrived, and what is to go wrong. */
import { ZodError } from 'zod';
import { CloudError } from '../../cloud/errors';
import { answerJson } from '../../cloud/server/answer';
import { readJsonObject } from '../../cloud/server/body';
import { refuseBrowsers } from '../../cloud/server/origin';
import { stateOf } from '../inbox';
import type { Exchange } from './exchange';

const CONTROL_BYTES_MAX = 64 * 1024;

/** GET /inbox: stories, every attempt with raw headers and body, every answer with its attempts. */
export function listEverything({ office, request, response }: Exchange): void {
  refuseBrowsers(request);
  const { inbox } = office;
  const stories = inbox.stories().map((story) => ({ ...story, state: stateOf(story) }));
  answerJson(response, 200, { stories, attempts: inbox.attempts(), answers: inbox.answers() });
}

/** GET /control. */
export function tellSetting({ office, response }: Exchange): void {
  answerJson(response, 200, office.mishaps.setting());
}

/** POST /control: changes what is named and answers the whole setting. */
export async function changeSetting({ office, request, response }: Exchange): Promise<void> {
  refuseBrowsers(request);
  const change = await readJsonObject(request, CONTROL_BYTES_MAX);
  try {
    answerJson(response, 200, office.mishaps.set(change));
  } catch (cause) {
    if (!(cause instanceof ZodError)) throw cause;
    const [issue] = cause.issues;
    throw new CloudError('INVALID_PARAM', `${issue?.path.join('.')}: ${issue?.message}`);
  }
}
