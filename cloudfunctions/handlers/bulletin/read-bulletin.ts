import type { PersonLine, UnitLine } from '../../domain/bulletin/lines';
import type { BulletinHead, Period } from '../../domain/period/period';
import type { Store } from '../../store';
import { bulletinPageId, type PersonPage, type UnitPage } from '../period/finish-period';

/** A bulletin with all its lines, as papers print it. */
export interface WholeBulletin {
  period: Period;
  head: BulletinHead;
  organName: string;
  units: UnitLine[];
  people: PersonLine[];
}

export async function readBulletin(
  store: Store,
  period: Period & { bulletin: BulletinHead },
): Promise<WholeBulletin> {
  const head = period.bulletin;
  const pages = <Page>(part: 'units' | 'people', count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, page) =>
        store.readBulletinPage<Page>(bulletinPageId(period._id, head.round, { part, page })),
      ),
    );
  const [organ, unitPages, personPages] = await Promise.all([
    store.readOrgan(),
    pages<UnitPage>('units', head.unitPages),
    pages<PersonPage>('people', head.personPages),
  ]);
  return {
    ...{ period, head, organName: organ?.name ?? '' },
    units: unitPages.flatMap((page) => page?.units ?? []),
    people: personPages.flatMap((page) => page?.people ?? []),
  };
}
