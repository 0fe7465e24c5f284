/** What the newest revision changed, for whoever reviews it again. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { compareRevision } from '../../client/newsroom';
import { replyWords } from '../../text/reply';
import { deskText } from '../../text/review';
import { fieldText, storyText } from '../../text/story';
import type { StoryView } from './view';

type Difference = ValueOf<'revision.compare'>;

export interface Comparison {
  /** Of the button that closes it; empty while it is closed. */
  words: string;
  headline: Difference['headline'];
  body: Difference['body'];
  others: string;
}

export const noComparison: Comparison = { words: '', headline: [], body: [], others: '' };

/** The newest revision beside the one before; why not, where it could not be read. */
export async function compareNewest({ id, revision }: StoryView): Promise<Comparison> {
  const reply = await compareRevision({ storyId: id, from: revision - 1, to: revision });
  const opened = { ...noComparison, words: deskText.compared };
  if (!reply.ok) return { ...opened, others: replyWords(reply) };
  const { headline, body, others } = reply.value;
  return { ...opened, headline, body, others: others.length > 0 ? othersWords(others) : '' };
}

const othersWords = (fields: string[]) =>
  storyText.others(fields.map((field) => (isField(field) ? fieldText[field] : field)));

const isField = (field: string): field is keyof typeof fieldText => field in fieldText;
