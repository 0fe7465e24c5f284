/** Which rows are new, which stand already, and which works they belong to. */
import type { Adoption } from '../../../cloudfunctions/domain/adoption/adoption';
import {
  planPrintings,
  type KnownPrinting,
} from '../../../cloudfunctions/domain/opening/plan-printings';
import {
  printingIdIn,
  workIdOf,
  type WantedPrinting,
} from '../../../cloudfunctions/domain/opening/read-printing';

const lin = { personId: 'lin', name: '林示例', part: 'text' as const, isJournalist: false };

function aRow(row: number, change: { headline?: string; outlet?: string; on?: string } = {}) {
  const { headline = '老街路灯亮了', outlet = 'city', on = '2026-03-05' } = change;
  const made = { headline, unitId: 'township', credits: [lin] };
  const work = {
    ...{ ...made, id: workIdOf(made), storyId: null, storyNumber: null, kind: 'news' as const },
    ...{ column: null, photoCount: 0 },
  };
  const facts: WantedPrinting['facts'] = {
    ...{ outlet: { _id: outlet, name: outlet }, printedOn: on, position: 'front', genre: 'news' },
    ...{ mode: 'single', words: null, durationSeconds: null, headlineAsPrinted: headline },
    feeFen: null,
  };
  return { row, work, unitPath: ['township'], facts, url: null, note: '', isCounted: true };
}

/** The row as it stands, under its own id or another. */
function standing(
  { work, facts }: WantedPrinting,
  change: Partial<KnownPrinting> & { workId?: string } = {},
): KnownPrinting {
  const { workId = work.id, ...fields } = change;
  return {
    ...{ _id: printingIdIn({ id: workId }, facts), outletId: facts.outlet._id },
    ...{ printedOn: facts.printedOn, state: 'verified', work: { ...work, id: workId } },
    ...fields,
  };
}

test.each<[string, Partial<KnownPrinting> & { workId?: string }, object]>([
  ['imported before', {}, { known: 1 }],
  ['imported, then withdrawn in the app', { state: 'withdrawn' }, { known: 1 }],
  ['imported, then corrected away', { state: 'withdrawn', movedTo: 'x' }, { known: 1 }],
  ['entered in the app just so', { workId: 'of-the-app' }, { known: 1 }],
  ['entered at another place of the page', { _id: 'other' }, { met: ['verified'] }],
  ['reported in the app', { workId: 'of-the-app', state: 'reported' }, { met: ['reported'] }],
])('a printing that was %s is not entered again', (_what, change, found) => {
  const row = aRow(2);
  const plan = planPrintings([row], [standing(row, change)]);
  expect({ known: plan.known, met: plan.met.map(({ state }) => state) }).toEqual({
    ...{ known: 0, met: [] as Adoption['state'][] },
    ...found,
  });
  expect([plan.added, plan.problems]).toEqual([[], []]);
});

test('printings of one work share it, also with what was entered in the app', () => {
  const rows = [aRow(2), aRow(3, { outlet: 'county' }), aRow(4, { headline: '春耕' })];
  const [first] = rows;
  if (!first) throw new Error('there are three');
  const elsewhere = standing(first, { workId: 'of-the-app', outletId: 'provincial', _id: 'p' });
  const ids = planPrintings(rows, [elsewhere]).added.map(({ work }) => work.id);
  expect(ids.filter((id) => id === 'of-the-app')).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});

test('one printing in two rows is a mistake, whatever marks the headlines bear', () => {
  const plan = planPrintings([aRow(2), aRow(3, { headline: '“老街路灯”亮了' })], []);
  expect(plan.problems).toMatchObject([{ row: 3, code: 'printing_twice', about: '2' }]);
});
