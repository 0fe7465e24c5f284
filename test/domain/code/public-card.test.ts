import type { Adoption } from '../../../cloudfunctions/domain/adoption/adoption';
import { adoptedTitles } from '../../../cloudfunctions/domain/code/public-card';

type Change = Partial<Omit<Adoption, 'work'>> & { work?: Partial<Adoption['work']> };

let made = 0;

/** A verified printing of a work of its own. */
function aPrinting({ work = {}, ...change }: Change = {}): Adoption {
  made += 1;
  return {
    ...{ _id: `printing-${made}`, state: 'verified', outletId: 'o1', outletName: '示例日报' },
    work: {
      ...{ id: `work-${made}`, storyId: null, storyNumber: null, headline: '稿件的标题' },
      ...{ kind: 'news', column: null, unitId: 'u1', credits: [], photoCount: 0, ...work },
    },
    ...{ printedOn: '2026-11-21', position: 'front', genre: 'news', mode: 'single' },
    ...{ words: 320, durationSeconds: null, headlineAsPrinted: '刊发的标题', feeFen: 5000 },
    ...{ evidence: [], metrics: [], isAfterKill: false, verifiedOn: '2026-11-22' },
    ...{ peopleIds: ['lin'], unitPath: ['u1'], reportedAt: 0, updatedAt: 0, version: 1 },
    ...change,
  };
}

test('a card names what was printed, where and when, and nothing of the fee', () => {
  expect(adoptedTitles([aPrinting()], 'lin')).toEqual([
    { headline: '刊发的标题', outletName: '示例日报', printedOn: '2026-11-21' },
  ]);
});

test('a work printed twice stands once, by its newest printing', () => {
  const work = { id: 'same' };
  const printed = [aPrinting({ work, outletName: '省报' }), aPrinting({ work })];
  expect(adoptedTitles(printed, 'lin').map(({ outletName }) => outletName)).toEqual(['省报']);
});

test.each<[string, Change]>([
  ['社情民意', { work: { kind: 'public_opinion' } }],
  ['a research report', { work: { kind: 'research_report' } }],
  ['a killed story', { isAfterKill: true }],
  ['a report that nobody verified', { state: 'reported' }],
  ['a withdrawn printing', { state: 'withdrawn' }],
  ['a printing that was corrected into another', { movedTo: 'printing-0' }],
])('a card never shows %s', (_what, change) => {
  expect(adoptedTitles([aPrinting(change)], 'lin')).toEqual([]);
});

test('a card shows the ten newest', () => {
  expect(
    adoptedTitles(
      Array.from({ length: 12 }, () => aPrinting()),
      'lin',
    ),
  ).toHaveLength(10);
});

test.each([
  ['names them', 'lin', false, 1],
  ['names others', 'xu', false, 0],
  ['calls them a journalist', 'lin', true, 0],
])('a printing whose own byline %s', (_what, personId, isJournalist, count) => {
  const creditsAsPrinted = [{ personId, name: '林', part: 'text' as const, isJournalist }];
  expect(adoptedTitles([aPrinting({ creditsAsPrinted })], 'lin')).toHaveLength(count);
});
