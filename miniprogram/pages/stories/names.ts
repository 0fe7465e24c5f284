import { readUnitNames } from '../../client/waiting';

/** The first list of a phone waits so long for the names of units, lest its rows jump. */
const patienceMs = 1_500;

export interface UnitNames {
  /** By id, as far as they are known. */
  known(): Record<string, string>;
  /**
   * A phone that knows none asks beside its first list. Resolves when rows may be shown: with their names, or
   * without when a slow line has been waited for.
   */
  begin(): Promise<void>;
  /** Some two hundred units are read only when a story lacks its own. */
  complete(stories: { unitId: string }[]): Promise<void>;
}

/** Begins with the names that were kept; `onRead` hears of newer ones. */
export function createUnitNames(kept: Record<string, string>, onRead: () => void): UnitNames {
  let names = kept;
  let reading: Promise<void> | undefined;
  const read = async () => {
    names = await readUnitNames();
    onRead();
  };
  return {
    known: () => names,
    begin: async () => {
      if (Object.keys(names).length > 0) return;
      reading = read();
      const pause = new Promise<void>((resolve) => void setTimeout(resolve, patienceMs));
      await Promise.race([reading, pause]);
    },
    complete: async (stories) => {
      await reading;
      if (!stories.every(({ unitId }) => unitId in names)) await read();
    },
  };
}
