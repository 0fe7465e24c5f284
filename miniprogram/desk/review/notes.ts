/** Notes on a story that are not sent yet: kept on the phone until it is decided or long forgotten. */
import { keep, readKept } from '../../platform/storage';
import type { PassageNote } from './passages';

const key = 'review-notes';
/** More are never begun at once; the oldest give way. */
const storiesMax = 30;

type Kept = { about: string; passages: PassageNote[] }[];

/** What is noted on this revision of a story. */
export function readNotes(storyId: string, revision: number): PassageNote[] {
  const about = `${storyId}:${revision}`;
  return kept().find((one) => one.about === about)?.passages ?? [];
}

/** Keeps the notes; none forgets them. */
export function keepNotes(storyId: string, revision: number, passages: PassageNote[]): void {
  const about = `${storyId}:${revision}`;
  const others = kept().filter((one) => one.about !== about);
  const all = passages.length > 0 ? [...others, { about, passages }] : others;
  keep(key, all.slice(-storiesMax));
}

const kept = () => readKept<Kept>(key) ?? [];
