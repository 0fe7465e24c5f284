/** A fact as it is typed, and as the contract wants it; no wx. */
import type { InputOf } from '../../../cloudfunctions/contract/index';
import { factText } from '../../text/adoption';
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
}

export const emptyFact: FactForm = {
  ...{ kind: '', title: '', level: '', unitId: '', unitName: '', personId: '', personName: '' },
  ...{ quantity: '1', occurredOn: '', note: '' },
};

export function missingOf(form: FactForm): string {
  if (form.kind === '') return factText.kindMissing;
  if (form.title.trim() === '') return factText.titleMissing;
  if (form.unitId === '') return factText.unitMissing;
  if (form.occurredOn === '') return factText.dayMissing;
  return /^[1-9]\d{0,2}$/.test(form.quantity.trim()) ? '' : factText.quantityInvalid;
}

/** Undefined while no kind is chosen. */
export function factOf(
  factId: string,
  form: FactForm,
  clipping: Register['clipping'],
): Register | undefined {
  const { kind, level, unitId, personId, occurredOn } = form;
  if (kind === '') return undefined;
  return {
    ...{ factId, kind, title: form.title.trim(), level: level || null },
    ...{ personId: personId || null, unitId, quantity: numberOf(form.quantity) ?? 1, mark: null },
    ...{ occurredOn, workId: null, note: form.note.trim(), clipping },
  };
}
