/**
 * Pipelines, after MongoDB's manual, "Aggregation Stages". Stages are generators where they can
 * be, so that a `$limit` stops the reading. They never change the documents that they are given.
 */
import { type Doc, isDoc } from '../doc';
import type { Binding } from '../filter';
import { badQuery } from '../refusal';
import { bucketAutoStage } from './bucket-auto';
import { bucketStage } from './bucket';
import { geoNearStage } from './geo-near';
import { groupStage, sortByCountStage } from './group';
import { lookupStage } from './lookup';
import { addFieldsStage } from './add-fields';
import { projectStage } from './project';
import * as simple from './simple';
import { unwindStage } from './unwind';

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
}

export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;
export type StageCompiler = (operand: unknown, setting: Setting) => Stage;

/** Compiles a pipeline: given documents, it gives those that come out. Throws CloudError. */
export function compilePipeline(
  stages: unknown,
  setting: Setting,
): (from: Pick<Source, 'documents'>) => Iterable<Doc> {
  if (!Array.isArray(stages)) {
    throw badQuery("'pipeline' option must be specified as an array", 'TypeMismatch');
  }
  const compiled = stages.map((stage: unknown, position) => compileStage(stage, position, setting));
  return (from) => compiled.reduce<Iterable<Doc>>((docs, stage) => stage(docs), from.documents());
}

const compilers: Record<string, StageCompiler> = {
  $addFields: addFieldsStage,
  $bucket: bucketStage,
  $bucketAuto: bucketAutoStage,
  $count: simple.countStage,
  $facet: facetStage,
  $geoNear: geoNearStage,
  $group: groupStage,
  $limit: simple.limitStage,
  $lookup: lookupStage,
  $match: simple.matchStage,
  $project: projectStage,
  $replaceRoot: simple.replaceRootStage,
  $sample: simple.sampleStage,
  $skip: simple.skipStage,
  $sort: simple.sortStage,
  $sortByCount: sortByCountStage,
  $unwind: unwindStage,
};

function compileStage(stage: unknown, position: number, setting: Setting): Stage {
  const names = isDoc(stage) ? Object.keys(stage) : [];
  const [name] = names;
  if (!isDoc(stage) || name === undefined || names.length > 1) {
    throw badQuery(
      'A pipeline stage specification object must contain exactly one field.',
      'Location40323',
    );
  }
  const compiler = Object.hasOwn(compilers, name) ? compilers[name] : undefined;
  if (!compiler) throw badQuery(`Unrecognized pipeline stage name: '${name}'`, 'Location40324');
  if (name === '$geoNear' && (position > 0 || setting.isNested)) {
    throw badQuery('$geoNear is only valid as the first stage in a pipeline.', 'Location40602');
  }
  return compiler(stage[name], setting);
}

/** `{name: pipeline, …}`: each pipeline sees all documents; one document comes out. */
function facetStage(operand: unknown, setting: Setting): Stage {
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw badQuery('the $facet specification must be a non-empty object', 'Location40169');
  }
  const facets = Object.entries(operand).map(([name, pipeline]) => {
    if (Array.isArray(pipeline) && pipeline.some((stage) => isDoc(stage) && '$facet' in stage)) {
      throw badQuery('$facet is not allowed to be used within a $facet stage', 'Location40600');
    }
    return { name, run: compilePipeline(pipeline, { ...setting, isNested: true }) };
  });
  return (docs) => {
    const all = [...docs];
    const result: Doc = {};
    for (const { name, run } of facets) result[name] = [...run({ documents: () => all })];
    return [result];
  };
}
