/** Entries page by page. */
import { listEntry } from '../client/points';
import type { Entry } from '../text/standing';

type Wanted = Omit<Parameters<typeof listEntry>[0], 'after'>;

/** Pages of one list, put one behind the other; a page that comes for another list is dropped. */
export function createEntryList() {
  let wanted: Wanted | undefined;
  let entries: Entry[] = [];
  let after: string | null = null;
  let isReading = false;
  return {
    entries: () => entries,
    hasMore: () => after !== null,
    async readFirst(asked: Wanted) {
      wanted = asked;
      const reply = await listEntry({ ...asked, after: null });
      if (wanted !== asked) return undefined;
      if (reply.ok) ({ entries, after } = reply.value);
      return reply;
    },
    /** Undefined when there is no more, or it is being read already. */
    async readMore() {
      const asked = wanted;
      if (!asked || after === null || isReading) return undefined;
      isReading = true;
      const reply = await listEntry({ ...asked, after });
      isReading = false;
      if (wanted !== asked) return undefined;
      if (reply.ok) {
        entries = [...entries, ...reply.value.entries];
        after = reply.value.after;
      }
      return reply;
    },
  };
}
