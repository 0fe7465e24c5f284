import type { Doc } from '../doc';
import { badQuery } from '../refusal';

/** The test that a geographic operator puts to one value. */
export function geoTest(
  name: string,
  _operand: unknown,
  _beside: Doc,
): (value: unknown) => boolean {
  throw badQuery(`${name} is not supported yet`);
}
