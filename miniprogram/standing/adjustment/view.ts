/** An adjustment as it is typed; no wx, so it is tested as it is. */
import { adjustmentText, type Entry } from '../../text/standing';

export interface Form {
  ownerId: string;
  ownerName: string;
  sign: 'more' | 'less';
  book: Entry['book'];
  /** As typed: 12.5 */
  amount: string;
  occurredOn: string;
  reason: string;
}

/** What is still missing; empty when it may be proposed. */
export function missingOf(form: Form, today: string): string {
  const { missing } = adjustmentText;
  if (form.ownerId === '') return missing.owner;
  if (hundredthsOf(form) === undefined) return missing.amount;
  if (form.occurredOn > today) return missing.day;
  return form.reason.trim() === '' ? missing.reason : '';
}

/** 12.5 and «less» → −1250; undefined for what is no amount, or nothing. */
export function hundredthsOf({ amount, sign }: Pick<Form, 'amount' | 'sign'>): number | undefined {
  const [, whole = '', part = ''] = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(amount.trim()) ?? [];
  const value = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (whole === '' || value === 0) return undefined;
  return sign === 'less' ? -value : value;
}
