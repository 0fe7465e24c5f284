/** The real `@cloudbase/node-sdk`, on the embedded cloud or on a real CloudBase environment. */
import tcb from '@cloudbase/node-sdk';
import type { Database } from '@cloudbase/node-sdk/types/db';

export type CloudApp = ReturnType<typeof tcb.init>;
type AppDatabase = ReturnType<CloudApp['database']>;
export type Transaction = Awaited<ReturnType<AppDatabase['startTransaction']>>;
/** The database of an app; the typings of runTransaction leave its callback open. */
export type CloudDatabase = Omit<AppDatabase, 'runTransaction'> & {
  runTransaction<T>(callback: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
};
export type CloudCollection = ReturnType<CloudDatabase['collection']>;
export type Commands = CloudDatabase['command'];
export type Expressions = Commands['aggregate'];
/** The makers of points, lines and areas. */
export type Geo = Database.Db['Geo'];

/** The real environment named by the three variables, if all are set. */
export function realEnvironment():
  { env: string; secretId: string; secretKey: string } | undefined {
  const { TCB_ENV: env, TCB_SECRET_ID: secretId, TCB_SECRET_KEY: secretKey } = process.env;
  return env && secretId && secretKey ? { env, secretId, secretKey } : undefined;
}

/** An app on the real environment; throws where the variables are missing. */
export function openRealApp(): CloudApp {
  const environment = realEnvironment();
  if (!environment) throw new Error('TCB_ENV, TCB_SECRET_ID and TCB_SECRET_KEY are not all set');
  return tcb.init(environment);
}

/** An app on the embedded cloud at this base address. */
export function openLocalApp(base: string): CloudApp {
  // Says where we run; otherwise the SDK asks a metadata host before each request (some 65 ms).
  process.env.TENCENTCLOUD = 'true';
  // Its warnings of slow requests outlive a cloud that is killed, and the test with it.
  process.env.SILENCE = 'true';
  return tcb.init({
    env: 'local-env',
    secretId: 'local',
    secretKey: 'local',
    serviceUrl: `${base}/admin`,
  });
}

/** The makers of shapes; the typings of an app's database name only Point among them. */
export function geoOf(db: CloudDatabase): Geo {
  return db.Geo as unknown as Geo; // The SDK exports all six from geo/index.js.
}
