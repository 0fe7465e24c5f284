/** The directory of outlets for a sheet; that of last time when there is no network. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { keepIfRoom, readKept } from '../platform/storage';
import { listOutlet } from './outlet';

type OutletLine = ValueOf<'outlet.list'>['outlets'][number];

const key = 'outlets';

/** Every outlet; an empty list where it was never read. */
export async function readOutlets(): Promise<OutletLine[]> {
  const reply = await listOutlet();
  if (!reply.ok) return readKept<OutletLine[]>(key) ?? [];
  keepIfRoom(key, reply.value.outlets);
  return reply.value.outlets;
}
