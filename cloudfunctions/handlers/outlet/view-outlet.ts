import type { ValueOf } from '../../contract';
import { termOn, type Outlet } from '../../domain/outlet/outlet';
import { assert } from '../../kernel/faults';

/** An outlet as lists show it, as it stands on a day. */
export function viewOutletLine(
  outlet: Outlet,
  on: string,
): ValueOf<'outlet.list'>['outlets'][number] {
  const term = termOn(outlet, on);
  assert(term, 'an outlet is added with a term');
  const { name, aliases, isClosed } = outlet;
  const { level, outletClass } = term;
  return { id: outlet._id, name, aliases, level, outletClass, isClosed };
}

/** An outlet's page. */
export function viewOutlet(outlet: Outlet, on: string): ValueOf<'outlet.show'>['outlet'] {
  const { terms, channelIds, version } = outlet;
  return { ...viewOutletLine(outlet, on), terms, channelIds, version };
}
