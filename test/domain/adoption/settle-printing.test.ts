import type { Adoption, AdoptionState } from '../../../cloudfunctions/domain/adoption/adoption';
import { reportPrinting } from '../../../cloudfunctions/domain/adoption/report-printing';
import {
  correctPrinting,
  registerPrinting,
  verifyPrinting,
  type PrintedFacts,
  type Settled,
} from '../../../cloudfunctions/domain/adoption/settle-printing';
import {
  rejectPrinting,
  takeMetric,
  withdrawPrinting,
} from '../../../cloudfunctions/domain/adoption/stop-printing';
import type { Decision } from '../../../cloudfunctions/kernel/decision';
import { aReport } from '../../support/domain/a-report';

const facts: PrintedFacts = {
  outlet: { _id: 'outlet-001', name: '示例日报' },
  ...{ printedOn: '2026-11-22', position: 'front', genre: 'news', mode: 'single' },
  ...{ words: 320, durationSeconds: null, headlineAsPrinted: '老街路灯亮了', feeFen: 5000 },
};
const moment = { at: 2000, on: '2026-11-24' };
const made = (change = {}) => reportPrinting([], aReport(change)).adoption;
const settling = (known: Adoption[], change: Partial<PrintedFacts> = {}, note = '理由') => ({
  ...{ known, facts: { ...facts, ...change }, note, ...moment },
});

function changes(decision: Decision<Settled>): Settled {
  if (!decision.accepted) throw new Error(decision.refusal);
  return decision.changes;
}

const acts: Record<string, (adoption: Adoption) => Decision<Settled>> = {
  verify: (adoption) => verifyPrinting(adoption, settling([adoption])),
  correct: (adoption) => correctPrinting(adoption, settling([adoption])),
  reject: (adoption) => rejectPrinting(adoption, { note: '理由', at: 2000 }),
  withdraw: (adoption) => withdrawPrinting(adoption, { note: '理由', at: 2000 }),
  metric: (adoption) =>
    takeMetric(adoption, { at: 2000, reads: 1, forwards: null, source: 'entered', byName: '周' }),
};

test.each<[string, AdoptionState, string]>([
  ['verify', 'reported', 'verified'],
  ['verify', 'verified', 'adoption_not_reported'],
  ['verify', 'rejected', 'adoption_not_reported'],
  ['verify', 'withdrawn', 'adoption_not_reported'],
  ['correct', 'reported', 'adoption_not_verified'],
  ['correct', 'verified', 'verified'],
  ['correct', 'rejected', 'adoption_not_verified'],
  ['correct', 'withdrawn', 'adoption_not_verified'],
  ['reject', 'reported', 'rejected'],
  ['reject', 'verified', 'adoption_not_reported'],
  ['reject', 'rejected', 'adoption_not_reported'],
  ['reject', 'withdrawn', 'adoption_not_reported'],
  ['withdraw', 'reported', 'adoption_not_verified'],
  ['withdraw', 'verified', 'withdrawn'],
  ['withdraw', 'rejected', 'adoption_not_verified'],
  ['withdraw', 'withdrawn', 'adoption_not_verified'],
  ['metric', 'reported', 'reported'],
  ['metric', 'verified', 'verified'],
  ['metric', 'rejected', 'adoption_not_open'],
  ['metric', 'withdrawn', 'adoption_not_open'],
])('%s of what is %s: %s', (act, state, expected) => {
  const decision = acts[act]?.({ ...made(), state });
  expect(decision?.accepted ? decision.changes.adoption.state : decision?.refusal).toBe(expected);
});

test('to name an outlet that was not known needs no reason; to change day or position does', () => {
  const unknown = made({ outlet: undefined });
  expect(verifyPrinting(unknown, settling([unknown], {}, '')).accepted).toBe(true);
  const known = made();
  for (const change of [{ printedOn: '2026-11-21' }, { position: 'other' as const }]) {
    expect(verifyPrinting(known, settling([known], change, ''))).toMatchObject({
      refusal: 'reason_missing',
    });
  }
  const ahead = settling([known], { printedOn: '2099-01-01' });
  expect(verifyPrinting(known, ahead)).toMatchObject({ refusal: 'printed_in_future' });
});

test('what moves onto a known printing joins it with all evidence, and leads there', () => {
  const right = made();
  const url = 'https://example.cn/2';
  const wrong = made({ position: 'other', evidence: { ...aReport().evidence, url } });
  const { adoption, moved } = changes(verifyPrinting(wrong, settling([right, wrong])));
  expect(adoption).toMatchObject({ _id: right._id, version: 2, state: 'verified' });
  expect(adoption.evidence.map((one) => one.url)).toEqual(['https://example.cn/1', url]);
  expect(moved[1]?.adoption).toMatchObject({ _id: wrong._id, movedTo: right._id, version: 2 });
  expect(moved[1]?.adoption.state).toBe('withdrawn');
});

test('a correction back to where it came from begins there anew, and never leads in a circle', () => {
  const first = made();
  const there = changes(verifyPrinting(first, settling([first], { position: 'other' })));
  const known = there.moved.map(({ adoption }) => adoption);
  const back = changes(correctPrinting(there.adoption, settling(known)));
  expect(back.adoption).toMatchObject({ _id: first._id, state: 'verified', version: 3 });
  expect(back.adoption.movedTo).toBeUndefined();
  const led = back.moved.map(({ adoption }) => adoption.movedTo);
  expect(led).toEqual([undefined, first._id]);
});

test('the office registers once; apart, for a reason, it is another printing', () => {
  const report = aReport();
  const register = (known: Adoption[], apart: string | null) =>
    registerPrinting(report, { known, facts, apart, ...moment });
  const one = changes(register([], null)).adoption;
  expect(register([one], null)).toMatchObject({ refusal: 'printing_known' });
  const two = changes(register([one], '同日又发一条')).adoption;
  expect(two._id).not.toBe(one._id);
  expect(two).toMatchObject({ state: 'verified', apart: '同日又发一条' });
  // A later correction of the one does not run into the other.
  const corrected = changes(correctPrinting(two, settling([one, two], { words: 900 })));
  expect(corrected.adoption._id).toBe(two._id);
});

test('the byline as printed is kept with the printing where it is another, and its people see it', () => {
  const report = made();
  const filed = report.work.credits;
  const press = { personId: null, name: '孙记者', part: 'text' as const, isJournalist: true };
  const xu = { ...press, personId: 'xu', name: '徐', isJournalist: false };
  const credits = [...filed, xu, press];
  const { adoption } = changes(verifyPrinting(report, settling([report], { credits })));
  expect(adoption.creditsAsPrinted).toEqual(credits);
  expect(adoption.peopleIds).toEqual([...report.peopleIds, 'xu']);
  const kept = changes(correctPrinting(adoption, settling([adoption], { words: 500 })));
  expect(kept.adoption.creditsAsPrinted).toEqual(credits);
  // Another position is another printing's id; the byline goes along.
  const there = changes(correctPrinting(adoption, settling([adoption], { position: 'other' })));
  expect(there.adoption.creditsAsPrinted).toEqual(credits);
  const back = changes(correctPrinting(adoption, settling([adoption], { credits: filed })));
  expect(back.adoption).not.toHaveProperty('creditsAsPrinted');
});
