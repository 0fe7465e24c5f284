/**
 * Reads source files and keeps what was made of them until they change on disk, so that a rebuild
 * after one edit repeats the work for that one file only.
 */
import { readFileSync, statSync } from 'node:fs';

export interface SourceFiles {
  exists(file: string): boolean;
  read(file: string): string;
  /** What `make` made of the file's text; made again only when the file has changed. */
  derive<T>(kind: string, file: string, make: (text: string) => T): T;
  /** Forgets which files were looked at, before a new build looks again. */
  refresh(): void;
}

/** A fresh cache; one compiler owns one. */
export function createSourceFiles(): SourceFiles {
  const stamps = new Map<string, string>();
  const kept = new Map<string, { stamp: string; made: unknown }>();

  const stampOf = (file: string): string => {
    const known = stamps.get(file);
    if (known !== undefined) return known;
    const stats = statSync(file, { throwIfNoEntry: false });
    const stamp = stats?.isFile() ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : '';
    stamps.set(file, stamp);
    return stamp;
  };

  const derive = <T>(kind: string, file: string, make: (text: string) => T): T => {
    const key = `${kind}\0${file}`;
    const stamp = stampOf(file);
    const known = kept.get(key);
    // A kind names one maker, so what is kept under it has that maker's type.
    if (known !== undefined && known.stamp === stamp) return known.made as T;
    const made = make(readFileSync(file, 'utf8'));
    kept.set(key, { stamp, made });
    return made;
  };

  return {
    exists: (file) => stampOf(file) !== '',
    read: (file) => derive('text', file, (text) => text),
    derive,
    refresh: () => stamps.clear(),
  };
}
