/** Which draft the form opens with: a kept one, a returned story to be filed again, or a new one. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { storyToMend } from '../../client/kept-answers';
import { showDraft } from '../../client/newsroom';
import { outbox, type Draft } from '../../outbox/index';
import { cloudNow } from '../../platform/clock';
import { replyWords } from '../../text/reply';
import { filingText } from '../../text/filing';
import { stateSentence, storyText } from '../../text/story';
import { newDraft, readAuthor, type Author } from './author';
import { noAuthorWords } from './view';

/** What the page was opened with. */
export interface OpeningQuery {
  draftId?: string;
  storyId?: string;
  tipId?: string;
  kind?: string;
  /** Why the cloud would not take it, where it comes back from the outbox. */
  refusal?: string;
}

export type Opened = { author: Author; draft: Draft } | { message: string };

/** Opens the draft that the query asks for. */
export async function openDraft(query: OpeningQuery, kind: Draft['kind']): Promise<Opened> {
  const author = await readAuthor();
  if (typeof author === 'string') return { message: noAuthorWords(author) };
  const { draftId, storyId, tipId = null } = query;
  const kept = outbox().draft(draftId ?? storyId ?? '');
  if (kept) return { author, draft: kept };
  if (draftId) return openCopy(author, draftId);
  if (!storyId) return { author, draft: { ...(await newDraft(author, kind)), tipId } };
  const reply = await storyToMend(storyId);
  if (!reply.ok) return { message: replyWords(reply) };
  return { author, draft: draftOf(reply.value.story) };
}

/** The text that the cloud holds of a draft which this phone no longer has; its photos are gone. */
async function openCopy(author: Author, draftId: string): Promise<Opened> {
  const reply = await showDraft({ draftId });
  if (!reply.ok) {
    const isGone = 'refusal' in reply && reply.refusal === 'not_found';
    return { message: isGone ? filingText.storyGone : replyWords(reply) };
  }
  const { draft, savedAt } = reply.value;
  const { storyId, ...text } = draft;
  // A refiling begins anew from the returned story, whose files and version it needs.
  if (storyId !== null) return openDraft({ storyId }, draft.kind);
  const blank = await newDraft(author, draft.kind);
  return { author, draft: { ...blank, ...text, storyId: draftId, savedAt } };
}

/** A returned story as a draft; its files are in the cloud already. */
function draftOf(story: ValueOf<'story.show'>['story']): Draft {
  const { content, id, unitId, tipId, version } = story;
  const { video } = content;
  return {
    ...content,
    storyId: id,
    ...{ unitId, tipId },
    refileVersion: version,
    returned: returnWords(story),
    photos: content.photos.map((photo) => ({ ...photo, path: null })),
    video: video && { ...video, path: null, thumbnail: '' },
    attachments: content.attachments.map((file) => ({ ...file, path: null })),
    savedAt: 0,
  };
}

/** The reviewer's reason, and each note with the passage it is about. */
function returnWords(story: ValueOf<'story.show'>['story']): string[] {
  const last = story.timeline.filter(({ kind }) => kind === 'story_returned').pop();
  const notes = (last?.passages ?? []).map(({ quote, note }) => storyText.onPassage(quote, note));
  return [stateSentence(story, cloudNow()), ...notes];
}
