import type { Story } from '../story/story';
import { isShown } from './duplicates';

/** More than one thumb can scroll through are no help. */
const columnsMax = 30;

/**
 * Names of columns, each once: those that a channel is for, since they decide where a story goes, then
 * those of stories, the last used first; what internal kinds and stories that ended had is left out.
 */
export function columnsOf(found: {
  channels: { columns: string[] }[];
  /** Newest first. */
  stories: Pick<Story, 'column' | 'kind' | 'state'>[];
}): string[] {
  const configured = found.channels.flatMap(({ columns }) => columns);
  const used = found.stories.filter(isShown).flatMap(({ column }) => column ?? []);
  return [...new Set([...configured, ...used])].slice(0, columnsMax);
}
