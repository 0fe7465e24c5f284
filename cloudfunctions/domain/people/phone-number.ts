/** A number as contract/people takes it, mobile or landline; undefined when it is neither. */
export function phoneNumberIn(typed: string): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  return landlineIn(typed.replace(/[\s.]/g, '').replace(/[()]/g, '-').replace(/^-/, ''));
}

// An area code and seven or eight digits, or these alone, perhaps with an extension.
function landlineIn(typed: string): string | undefined {
  return /^(0\d{2,3}-?)?[2-8]\d{6,7}(-\d{1,6})?$/.test(typed) ? typed : undefined;
}
