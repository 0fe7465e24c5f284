import type { ValueOf } from '../../contract';
import type { RegisteredFact } from '../../domain/points/facts';

type FactView = ValueOf<'fact.register'>['fact'];

/** A registered fact as lists and pages show it. */
export function viewFact(
  fact: RegisteredFact,
  { personName, clippingUrl }: { personName: string | null; clippingUrl: string | null },
): FactView {
  const { _id, fileId: _file, unitPath: _path, byId: _by, countsOn: _on, ...shown } = fact;
  return { id: _id, ...shown, withdrawnWhy: fact.withdrawnWhy ?? '', personName, clippingUrl };
}
