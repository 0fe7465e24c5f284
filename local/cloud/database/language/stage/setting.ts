import type { Doc } from '../doc';
import type { Binding } from '../filter';

/** The first so many in an order. */
export interface Cut {
  order: [path: string, direction: 1 | -1][];
  limit: number;
}

/** Where an aggregation reads: the collection it runs on, and others by name for `$lookup`. */
export interface Source {
  documents(): Iterable<Doc>;
  /**
   * At least those that the filter takes: an index may leave out what it does not. With a cut, no
   * more than its first ones.
   */
  collection(name: string, filter?: Doc, cut?: Cut): Iterable<Doc>;
  /** How many the filter takes, up to `most`. */
  count?(name: string, filter: Doc, most: number): number;
  /** Is there an index that begins with this path? */
  isIndexed?(name: string, path: string): boolean;
}

/** What stages are compiled in. */
export interface Setting {
  readonly source: Source;
  readonly binding: Binding;
  /** Inside a `$facet`, where some stages may not stand. */
  readonly isNested: boolean;
  /** The recursive step, for stages that hold pipelines. Throws CloudError. */
  readonly compile: (stages: unknown, setting: Setting) => Pipeline;
}

/** Given documents, it gives those that come out. */
export type Pipeline = (from: Pick<Source, 'documents'>) => Iterable<Doc>;

export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;
export type StageCompiler = (operand: unknown, setting: Setting) => Stage;
