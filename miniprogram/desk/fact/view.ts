/** A fact as it is typed, and as the contract wants it; no wx. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import { factText } from '../../text/adoption';
import { periodWords } from '../../text/standing';
import { numberOf } from '../printing-form';

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
  /** The story that was judged; empty where a person or unit was. */
  workId: string;
}

export const emptyFact: FactForm = {
  ...{ kind: '', title: '', level: '', unitId: '', unitName: '', personId: '', personName: '' },
  ...{ quantity: '1', occurredOn: '', note: '', period: '', points: '', workId: '' },
};

export function missingOf(form: FactForm): string {
  if (form.kind === '') return factText.kindMissing;
  if (form.title.trim() === '') return factText.titleMissing;
  if (form.unitId === '') return factText.unitMissing;
  if (form.occurredOn === '') return factText.dayMissing;
  if (form.kind === 'jury') return missingOfJury(form);
  return /^[1-9]\d{0,2}$/.test(form.quantity.trim()) ? '' : factText.quantityInvalid;
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
    ...{ personId: personId || null, unitId, quantity: numberOf(form.quantity) ?? 1, mark: null },
    ...{ occurredOn, workId: (jury && workId) || null, note, clipping, ...(jury && { jury }) },
  };
}

/** The periods that a jury may still judge: nobody has been shown their figures yet. */
export function judgedPeriods(periods: ValueOf<'period.list'>['periods']) {
  return periods
    .filter(({ state, isComputing }) => (state === 'open' || state === 'draft') && !isComputing)
    .map(({ period }) => ({ value: period, words: periodWords(period) }));
}
