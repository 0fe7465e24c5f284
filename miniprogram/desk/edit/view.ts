/** A reviewer's edit of headline and body; photos and everything else stay as they are. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import { deskText } from '../../text/review';

type StoryView = ValueOf<'story.show'>['story'];
type Content = InputOf<'story.edit'>['content'];

export interface EditForm {
  headline: string;
  body: string;
  note: string;
}

/** What stands in the form at first. */
export function formOf({ content: { headline, body } }: StoryView): EditForm {
  return { headline, body, note: '' };
}

/** The content to send: the one shown, without its links, with the new headline and body. */
export function contentOf({ content }: StoryView, { headline, body }: EditForm): Content {
  const { photos, video, attachments, ...rest } = content;
  return {
    ...rest,
    headline: headline.trim(),
    body: body.trim(),
    photos: photos.map(withoutLink),
    video: video && withoutLink(video),
    attachments: attachments.map(withoutLink),
  };
}

/** What is still missing, in words; empty when it can be sent. */
export function missingOf(story: StoryView, form: EditForm, action: 'edit' | 'correct'): string {
  if (form.headline.trim() === '') return deskText.headlineMissing;
  const { headline, body } = story.content;
  if (form.headline.trim() === headline && form.body.trim() === body) return deskText.unchanged;
  return action === 'correct' && form.note.trim() === '' ? deskText.noteMissing : '';
}

function withoutLink<File extends { url: unknown }>({ url: _url, ...file }: File) {
  return file;
}
