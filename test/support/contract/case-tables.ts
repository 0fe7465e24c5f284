/** Short forms of the commonest contract cases: a query, an update, an expression. */
import { type Basis, type ContractCase, contractCase, type Fields, failureOf } from './contract';
import type { CloudDatabase, Commands, Expressions } from '../cloud/sdk';

/** `documented` unless the row says otherwise. */
interface Row {
  title: string;
  source: string;
  basis?: Basis;
  localOnly?: string;
}

export interface QueryRow extends Row {
  documents: Fields[];
  where: (_: Commands, db: CloudDatabase, $: Expressions) => object;
  /** The `_id`s found, in any order. */
  finds: (string | number)[];
}

/** A filter, over a few documents, and the ids that it finds. */
export function queryCase(row: QueryRow): ContractCase {
  return caseOf(row, async ({ seed, _, $, db }) => {
    const collection = await seed(row.documents);
    const { data } = await collection.where(row.where(_, db, $)).get();
    expect(sortedIds(data)).toEqual([...row.finds].sort(byText));
  });
}

export interface UpdateRow extends Row {
  before: Fields;
  change: (_: Commands, db: CloudDatabase) => object;
  after: Fields;
}

/** A document, a change made by `doc().update`, and the document read back (without its id). */
export function updateCase(row: UpdateRow): ContractCase {
  return caseOf(row, async ({ seed, _, db }) => {
    const collection = await seed([{ _id: 'it', ...row.before }]);
    await collection.doc('it').update(row.change(_, db));
    const { data } = await collection.doc('it').get();
    expect(data).toEqual([{ _id: 'it', ...row.after }]);
  });
}

export interface RefusedUpdateRow extends Row {
  before: Fields;
  change: (_: Commands, db: CloudDatabase) => object;
  code: string;
  message?: RegExp;
}

/** A change that the database refuses, leaving the document as it was. */
export function refusedUpdateCase(row: RefusedUpdateRow): ContractCase {
  return caseOf(row, async ({ seed, _, db }) => {
    const collection = await seed([{ _id: 'it', ...row.before }]);
    const failure = await failureOf(collection.doc('it').update(row.change(_, db)));
    expect(failure.code).toBe(row.code);
    if (row.message) expect(failure.message).toMatch(row.message);
    expect((await collection.doc('it').get()).data).toEqual([{ _id: 'it', ...row.before }]);
  });
}

export interface ExpressionRow extends Row {
  document?: Fields;
  expression: ($: Expressions) => unknown;
  value: unknown;
}

/** An aggregation expression over one document, and its value. */
export function expressionCase(row: ExpressionRow): ContractCase {
  return caseOf(row, async ({ seed, $ }) => {
    const collection = await seed([{ _id: 'it', ...row.document }]);
    const projection = { _id: 0, value: row.expression($) };
    const { data } = await collection.aggregate().project(projection).end();
    expect(data).toEqual([row.value === undefined ? {} : { value: row.value }]);
  });
}

/** The WeChat documentation's page of one database API, e.g. `command/Command.gt`. */
export function wechatPage(page: string): string {
  const folder = 'developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud';
  return `${folder}/reference-sdk-api/database/${page}`;
}

/** The MongoDB manual's page of one operator or rule. */
export function mongoManual(page: string): string {
  return `MongoDB manual: ${page}`;
}

/** A page of CloudBase's own documentation, e.g. `storage/sdk`. */
export function cloudbasePage(page: string): string {
  return `docs.cloudbase.net/${page}`;
}

/** A file of the SDK's published source. */
export function sdkFile(file: string): string {
  return `npm:@cloudbase/${file}`;
}

function caseOf(row: Row, run: ContractCase['run']): ContractCase {
  const { title, source, basis = 'documented', localOnly } = row;
  return contractCase({ title, source, basis, run, ...(localOnly ? { localOnly } : {}) });
}

function sortedIds(documents: { _id: string | number }[]) {
  return documents.map((document) => document._id).sort(byText);
}

function byText(a: string | number, b: string | number): number {
  return String(a) < String(b) ? -1 : 1;
}
