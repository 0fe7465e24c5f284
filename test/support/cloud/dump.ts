import type { RunningCloud } from './cloud';

/** From now on `changedSince` compares with what the database holds at this moment. */
export async function keepAll(cloud: RunningCloud): Promise<void> {
  await cloud.control('database', 'keep');
}

/** `<collection>/<id>` of every document that is new, gone or another than when all was kept. */
export async function changedSince(cloud: RunningCloud): Promise<string[]> {
  const { changed } = await cloud.control<{ changed: { collection: string; id: string }[] }>(
    'database',
    'changed',
  );
  return changed.map(({ collection, id }) => `${collection}/${id}`);
}
