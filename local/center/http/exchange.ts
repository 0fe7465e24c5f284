import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Office } from '../office';

/** One request on its way to an answer. */
export interface Exchange {
  office: Office;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** What the path's pattern matched, decoded. */
  words: string[];
}
