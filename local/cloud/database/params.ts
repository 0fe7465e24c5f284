/** Reads the parameters of wire actions; all throw INVALID_PARAM in words. */
import { CloudError } from '../errors';
import { invalidParam } from './errors';
import { decodeEjson } from './language';
import type { Doc } from './language';
import { isDoc } from './language/doc';
import { READ_LIMIT_DEFAULT, READ_LIMIT_MAX } from './limits';
import type { OrderBy } from './plan';

export type Params = Record<string, unknown>;

/** The collection that the request names. */
export function collectionOf(params: Params): string {
  const name = params.collectionName;
  if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing');
  return name;
}

/** The transaction that the request belongs to, if any. */
export function transactionOf(params: Params): string | undefined {
  const id = params.transactionId;
  if (id === undefined || id === null || id === '') return undefined;
  if (typeof id !== 'string') throw invalidParam('transactionId must be a string');
  return id;
}

/** A document in EJSON text, or as JSON by older callers; absent is empty. */
export function docOf(params: Params, name: string, nowMs: number): Doc {
  const given = params[name];
  if (given === undefined || given === null || given === '') return {};
  const doc = decoded(typeof given === 'string' ? given : JSON.stringify(given), name, nowMs);
  if (!isDoc(doc)) throw invalidParam(`${name} must be an object`);
  return doc;
}

/** The documents to insert: a list of EJSON texts, or one text. */
export function docsOf(params: Params, nowMs: number): Doc[] {
  const given = Array.isArray(params.data) ? params.data : [params.data];
  if (given.length === 0) throw invalidParam('data must hold a document');
  return given.map((text: unknown) => {
    if (typeof text !== 'string') throw invalidParam('data must be a list of EJSON texts');
    const doc = decoded(text, 'data', nowMs);
    if (!isDoc(doc)) throw invalidParam('data must hold objects');
    return doc;
  });
}

/** The order as `{path: 1 | -1}`, or a list of `{field, direction}` as other SDKs send it. */
export function orderOf(params: Params, nowMs: number): OrderBy {
  const given = params.order;
  if (given === undefined || given === null || given === '') return [];
  const order = typeof given === 'string' ? decoded(given, 'order', nowMs) : given;
  const pairs = Array.isArray(order)
    ? order.map((part: unknown) => (isDoc(part) ? [part.field, part.direction] : []))
    : isDoc(order)
      ? Object.entries(order)
      : [[]];
  return pairs.map(([path, direction]) => {
    const isDescending = direction === -1 || direction === 'desc';
    if (typeof path !== 'string' || !(isDescending || direction === 1 || direction === 'asc')) {
      throw invalidParam('order must give 1 or -1 for each field');
    }
    return [path, isDescending ? -1 : 1];
  });
}

/** How many documents to skip. */
export function offsetOf(params: Params): number {
  return params.offset === undefined || params.offset === null
    ? 0
    : wholeNumber(params.offset, 'offset');
}

/** How many documents to read; cut to what one read may give. */
export function limitOf(params: Params): number {
  if (params.limit === undefined || params.limit === null) return READ_LIMIT_DEFAULT;
  return Math.min(wholeNumber(params.limit, 'limit') || READ_LIMIT_DEFAULT, READ_LIMIT_MAX);
}

/** The stages of a pipeline: `[{stageKey, stageValue}]`, the value in EJSON text. */
export function stagesOf(params: Params, nowMs: number): Doc[] {
  if (!Array.isArray(params.stages)) throw invalidParam('stages must be a list');
  return params.stages.map((stage: unknown) => {
    if (!isDoc(stage) || typeof stage.stageKey !== 'string') {
      throw invalidParam('each stage needs a stageKey');
    }
    if (typeof stage.stageValue !== 'string') throw invalidParam('each stage needs a stageValue');
    return { [stage.stageKey]: decoded(stage.stageValue, stage.stageKey, nowMs) };
  });
}

function wholeNumber(given: unknown, name: string): number {
  if (typeof given === 'number' && Number.isSafeInteger(given) && given >= 0) return given;
  throw invalidParam(`${name} must be a whole number of 0 or more`);
}

function decoded(text: string, name: string, nowMs: number): unknown {
  try {
    return decodeEjson(text, nowMs);
  } catch (error) {
    if (isJson(text) && error instanceof CloudError) throw error;
    throw invalidParam(`${name} is not valid JSON`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
