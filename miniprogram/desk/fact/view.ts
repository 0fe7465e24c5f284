/** A fact as it is typed, and as the contract wants it; no wx. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import { factText } from '../../text/adoption';
import { periodWords } from '../../text/standing';
import { numberOf } from '../printing-form';
import { factWording } from '../wording/fact';

type Register = InputOf<'fact.register'>;

export interface FactForm {
  kind: Register['kind'] | '';
  title: string;
  level: NonNullable<Register['level']> | '';
  unitId: string;
  unitName: string;
  personId: string;
  personName: string;
  quantity: string;
  occurredOn: string;
  note: string;
  /** Of a jury: for which period, and how many points, as typed. */
  period: string;
  points: string;
  /** The work it is about, and its headline; empty where it is about none. */
  workId: string;
  workTitle: string;
  /** A mark that rules ask for: one of those offered, or the office's own word. */
  mark: string;
  ownMark: string;
}

export const emptyFact: FactForm = {
  ...{ kind: '', title: '', level: '', unitId: '', unitName: '', personId: '', personName: '' },
  ...{ quantity: '1', occurredOn: '', note: '', period: '', points: '', workId: '' },
  ...{ workTitle: '', mark: '', ownMark: '' },
};

export function missingOf(form: FactForm): string {
  if (form.kind === '') return factText.kindMissing;
  if (form.title.trim() === '') return factText.titleMissing;
  if (form.unitId === '') return factText.unitMissing;
  if (form.occurredOn === '') return factText.dayMissing;
  if (form.kind === 'jury') return missingOfJury(form);
  if (!/^[1-9]\d{0,2}$/.test(form.quantity.trim())) return factText.quantityInvalid;
  const own = form.ownMark.trim();
  return own === '' || /^[\p{L}\p{N}_]+$/u.test(own) ? '' : factWording.markInvalid;
}

function missingOfJury({ period, points }: FactForm): string {
  if (period === '') return factText.periodMissing;
  const isNumber = /^\d{1,6}(\.\d{1,2})?$/.test(points.trim());
  return isNumber && Number(points) > 0 ? '' : factText.pointsInvalid;
}

/** Undefined while no kind is chosen. */
export function factOf(
  factId: string,
  form: FactForm,
  clipping: Register['clipping'],
): Register | undefined {
  const { kind, level, unitId, personId, occurredOn, workId } = form;
  if (kind === '') return undefined;
  const note = form.note.trim();
  const points = Math.round(Number(form.points) * 100);
  const jury = kind === 'jury' && { period: form.period, points };
  return {
    ...{ factId, kind, title: form.title.trim(), level: level || null },
    ...{ personId: personId || null, unitId, quantity: numberOf(form.quantity) ?? 1 },
    mark: (!jury && (form.ownMark.trim() || form.mark)) || null,
    ...{ occurredOn, workId: workId || null, note, clipping, ...(jury && { jury }) },
  };
}

/** The periods that a jury may still judge: nobody has been shown their figures yet. */
export function judgedPeriods(periods: ValueOf<'period.list'>['periods']) {
  return periods
    .filter(({ state, isComputing }) => (state === 'open' || state === 'draft') && !isComputing)
    .map(({ period }) => ({ value: period, words: periodWords(period) }));
}
