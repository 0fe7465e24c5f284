import { randomUUID } from 'node:crypto';
import type { Answer, AnswerBody } from '../record';

/** An answer with the id that all its attempts carry. */
export function newAnswer(body: AnswerBody): Answer {
  return { id: `answer_${randomUUID()}`, body };
}
