/**
 * A contract case says one thing that CloudBase does and how we know. The same cases run on the
 * embedded cloud and, when its three variables are set, on a real environment.
 */
import {
  type CloudApp,
  type CloudCollection,
  type CloudDatabase,
  type Commands,
  type Expressions,
  openRealApp,
  realEnvironment,
} from '../cloud/sdk';
import { type CloudOptions, type RunningCloud, startCloud } from '../cloud/cloud';

/**
 * `measured`: the SDK itself was seen to do it over the wire, whatever answers it.
 * `documented`: the source says so. `guessed`: neither; the product must not rely on it.
 */
export type Basis = 'measured' | 'documented' | 'guessed';

export interface ContractCase {
  title: string;
  basis: Basis;
  /** The page, or the file of the SDK, that says so; for a guess, why it was guessed. */
  source: string;
  /** Why a real environment cannot run it (clock, personas, indexes need control). */
  localOnly?: string;
  run(world: World): Promise<void>;
}

export type Fields = Record<string, unknown>;

export interface World {
  readonly app: CloudApp;
  readonly db: CloudDatabase;
  readonly _: Commands;
  readonly $: Expressions;
  /** A collection of this case's own that holds exactly these documents. */
  seed(documents?: Fields[]): Promise<CloudCollection>;
  /** The embedded cloud; throws in a case that forgot to say `localOnly`. */
  cloud(): RunningCloud;
}

/** Checks the tag of a case as it is written down; throws on one without a source. */
export function contractCase(given: ContractCase): ContractCase {
  if (given.source.trim() === '') throw new Error(`no source: ${given.title}`);
  return given;
}

/** Declares one jest test for each case, on one cloud for the whole file. */
export function runContract(cases: ContractCase[], options: CloudOptions = {}): void {
  const real = realEnvironment() !== undefined;
  let cloud: RunningCloud | undefined;
  let app: CloudApp;
  beforeAll(async () => {
    if (!real) cloud = await startCloud(options);
    app = cloud ? cloud.sdk() : openRealApp();
  });
  afterAll(async () => {
    const code = await cloud?.stop();
    if (cloud) expect(code).toBe(0);
  });
  for (const each of cases) {
    const declare = real && each.localOnly ? test.skip : test;
    declare(`${each.title} [${each.basis}]`, () => each.run(worldOf(app, cloud)));
  }
}

/** For a case that must end in an error: resolves to its code and message. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: string }> {
  try {
    await work;
  } catch (error) {
    // The SDK throws TcbError, or the bare answer, both with these two fields; a plain Error has one.
    const failure = error as { code?: unknown; message?: unknown };
    return { code: String(failure.code ?? ''), message: String(failure.message ?? error) };
  }
  throw new Error('expected a failure, but it succeeded');
}

let collectionsMade = 0;

function worldOf(app: CloudApp, cloud: RunningCloud | undefined): World {
  const db = app.database();
  let seeded = 0;
  return {
    app,
    db,
    _: db.command,
    $: db.command.aggregate,
    seed: async (documents = []) => {
      seeded += 1;
      const name = cloud ? `case_${(collectionsMade += 1)}` : reusedName(seeded);
      const collection = db.collection(name);
      if (cloud) await db.createCollection(name);
      else await emptyReused(db, name);
      // Batches, since a real environment bounds the size of one request.
      for (let at = 0; at < documents.length; at += 500) {
        await collection.add(documents.slice(at, at + 500));
      }
      return collection;
    },
    cloud: () => {
      if (!cloud) throw new Error('this case needs the embedded cloud: mark it localOnly');
      return cloud;
    },
  };
}

/** A real environment cannot drop collections through this SDK, so a few are used again. */
function reusedName(nth: number): string {
  return `contracts_${process.env.JEST_WORKER_ID ?? '1'}_${nth}`;
}

async function emptyReused(db: CloudDatabase, name: string): Promise<void> {
  const exists = await db
    .collection(name)
    .count()
    .then(
      () => true,
      () => false,
    );
  if (!exists) await db.createCollection(name);
  else
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove();
}
