/**
 * What the center writes down. The journal of these records is all it keeps (photos lie beside it);
 * the inbox is what they add up to.
 */

/** A photo or film as it was copied: `file` is the SHA-256 of its bytes. */
export interface CopiedFile {
  file: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  caption: string;
  credit: string;
}

/** One version of a story, as far as the desk shows it. */
export interface StoryVersion {
  uri: string;
  version: number;
  pubStatus: 'usable' | 'withheld' | 'canceled';
  headline: string;
  body: string;
  byline: string;
  number: string;
  unit: string;
  place: string;
  column: string;
  genre: string;
  note: string;
  urgency: number | null;
  createdAt: string | null;
  versionAt: string | null;
  embargoedUntil: string | null;
}

/** One push or question as it came, and how it was answered; status null: it got no answer. */
export interface Attempt {
  kind: 'attempt';
  at: number;
  method: string;
  path: string;
  webhookId: string | null;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  status: number | null;
  /** `received`, an error code of the protocol, or the mishap that a test asked for. */
  outcome: string;
}

export interface Arrival {
  kind: 'arrival';
  at: number;
  webhookId: string;
  story: StoryVersion;
  files: CopiedFile[];
  answer: Answer;
}

/** The story appeared somewhere; the number also names the article's page. */
export interface Printing {
  kind: 'printing';
  at: number;
  uri: string;
  version: number;
  article: number;
  outlet: string;
  headline: string;
  position: Position;
  printedAt: string;
  url: string;
  answer: Answer;
}

export interface Rejection {
  kind: 'rejection';
  at: number;
  uri: string;
  version: number;
  reason: string;
  answer: Answer;
}

/** How often a printing was read and passed on by then. */
export interface Metrics {
  kind: 'metrics';
  at: number;
  uri: string;
  article: number;
  reads: number | null;
  forwards: number | null;
  answer: Answer;
}

/** One try at handing an answer over; `isSettled`: it is done, taken or refused for good. */
export interface AnswerAttempt {
  kind: 'answer_attempt';
  at: number;
  answerId: string;
  outcome: string;
  isSettled: boolean;
}

export type CenterRecord = Attempt | Arrival | Printing | Rejection | Metrics | AnswerAttempt;

export const positions = ['front_lead', 'front', 'page_lead', 'important', 'other'] as const;
export type Position = (typeof positions)[number];

/** An answer to the sender, made and kept with what it tells, then sent until it is taken. */
export interface Answer {
  /** The webhook-id of every attempt. */
  id: string;
  body: AnswerBody;
}

interface AnswerFacts {
  uri: string;
  version: number;
  at: string;
}

export type AnswerBody =
  | (AnswerFacts & { kind: 'received' })
  | (AnswerFacts & {
      kind: 'published';
      outlet: string;
      url: string;
      headline: string;
      printedAt: string;
      position: Position;
    })
  | (AnswerFacts & { kind: 'rejected'; reason: string })
  | (AnswerFacts & {
      kind: 'metrics';
      outlet: string;
      url: string;
      reads: number | null;
      forwards: number | null;
    });
