/**
 * Pipelines, after MongoDB's manual, "Aggregation Stages". Stages are generators where they can
 * be, so that a `$limit` stops the reading. They never change the documents that they are given.
 */
import { type Doc, isDoc } from '../doc';
import { badQuery } from '../refusal';
import { bucketAutoStage } from './bucket-auto';
import { bucketStage } from './bucket';
import { geoNearStage } from './geo-near';
import { groupStage, sortByCountStage } from './group';
import { lookupStage } from './lookup';
import { addFieldsStage } from './add-fields';
import { projectStage } from './project';
import type { Pipeline, Setting, Stage, StageCompiler } from './setting';
import * as simple from './simple';
import { unwindStage } from './unwind';

/** Compiles a pipeline. Throws CloudError. */
export function compilePipeline(stages: unknown, setting: Omit<Setting, 'compile'>): Pipeline {
  return compile(stages, { ...setting, compile });
}

function compile(stages: unknown, setting: Setting): Pipeline {
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
    return { name, run: compile(pipeline, { ...setting, isNested: true }) };
  });
  return (docs) => {
    const all = [...docs];
    const result: Doc = {};
    for (const { name, run } of facets) result[name] = [...run({ documents: () => all })];
    return [result];
  };
}
