/** Figures become a bulletin: its lines as pages, and the period says where they are. */
import {
  personLines,
  unitLines,
  type PersonLine,
  type UnitLine,
} from '../../domain/bulletin/lines';
import { layouts, usualArrangement } from '../../domain/bulletin/columns';
import type { Period } from '../../domain/period/period';
import type { Run } from '../../domain/period/run';
import { create, drop, replace } from '../../kernel/change';
import { inLots } from '../../kernel/lots';
import { targetPageId } from './apply-rules';
import { daysOf } from './count-figures';
import type { Step, Stepping } from './stepping';

/** So many that a page stays far below what an answer may carry. */
const unitsAPage = 100;
const peopleAPage = 200;

export interface UnitPage {
  _id: string;
  units: UnitLine[];
}

export interface PersonPage {
  _id: string;
  people: PersonLine[];
}

export const bulletinPageId = (
  key: string,
  round: number,
  place: { part: 'units' | 'people'; page: number },
) => `${key}:${round}:${place.part}:${place.page}`;

export async function finishPeriod(scene: Stepping, run: Run, period: Period): Promise<Step> {
  const { store } = scene;
  const [units, people, arrangement, current] = await Promise.all([
    store.readUnits(),
    store.readEverybody(),
    store.readArrangement(),
    // As it is now: it may have been published while its figures were computed anew.
    store.readPeriods([period._id]),
  ]);
  const [before] = current;
  if (!before) throw new Error('a period stands as long as its run');
  const { lines, zero, totals } = unitLines(run.tallies, units, daysOf(run));
  const ranking = personLines(run.tallies, people, units);
  const unitPages = inLots(lines, unitsAPage);
  const personPages = inLots(ranking, peopleAPage);
  const idOf = (part: 'units' | 'people', page: number) =>
    bulletinPageId(run._id, run.round, { part, page });
  const names = new Map([...units, ...people].map(({ _id, name }) => [_id, name]));
  const after: Period = {
    ...before,
    ...{ computing: null, draftedAt: scene.now, version: before.version + 1 },
    bulletin: {
      ...{ round: run.round, totals, unitCount: lines.length, personCount: ranking.length, zero },
      columns: layouts[(arrangement ?? usualArrangement).layout],
      ...{ unitPages: unitPages.length, personPages: personPages.length },
      named: run.named.flatMap((id) => names.get(id) ?? []),
    },
  };
  return {
    run: undefined,
    changes: [
      replace('periods', run.purpose === 'final' ? closed(scene, run, after) : after),
      ...unitPages.map((page, n) =>
        create('bulletin_pages', { _id: idOf('units', n), units: page }),
      ),
      ...personPages.map((page, n) =>
        create('bulletin_pages', { _id: idOf('people', n), people: page }),
      ),
      ...Array.from({ length: run.targetPages }, (_, n) =>
        drop('bulletin_pages', targetPageId(run, n)),
      ),
      ...pagesBefore(before).map((id) => drop('bulletin_pages', id)),
    ],
  };
}

/** What an earlier computation left; its quotas are looked at by nobody once there are newer ones. */
function pagesBefore({ _id, bulletin }: Period): string[] {
  if (!bulletin) return [];
  const { round, unitPages, personPages } = bulletin;
  const ids = (part: 'units' | 'people', pages: number) =>
    Array.from({ length: pages }, (_, page) => bulletinPageId(_id, round, { part, page }));
  return [...ids('units', unitPages), ...ids('people', personPages)];
}

function closed({ now }: Stepping, { headDigest, headPages }: Run, period: Period): Period {
  return { ...period, state: 'closed', closedAt: now, headDigest, headPages };
}
