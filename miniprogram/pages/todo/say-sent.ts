import type { KeptDecision } from '../../client/decisions';
import { say } from '../../platform/toast';
import { sentWords } from '../../text/review';

/** Says which approvals and returns have gone out: their stories lie open no more. */
export function saySent(sent: KeptDecision[]): void {
  const words = sentWords(sent.map(({ decided: { call }, headline }) => ({ call, headline })));
  if (words !== '') say(words);
}
