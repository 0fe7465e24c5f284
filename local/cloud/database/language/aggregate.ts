import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import type { Doc } from './doc';

/** Where an aggregation reads: the collection it runs on, and others by name for `$lookup`. */
export interface AggregateSource {
  documents(): Iterable<Doc>;
  collection(name: string): Iterable<Doc>;
}

const context = Context.init({
  accumulator: { ...accumulator },
  expression: { ...expression },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query },
} as never);

/** Runs an aggregation over decoded stages, each `{ $stage: operand }`. */
export function aggregate(stages: Doc[], source: AggregateSource): Doc[] {
  const options = { context, collectionResolver: (name: string) => [...source.collection(name)] };
  return new Aggregator(stages as never, options as never).run(
    source.documents() as never,
  ) as Doc[];
}
