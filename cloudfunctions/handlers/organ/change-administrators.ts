import type { Organ } from '../../domain/organ/found-organ';
import { replace, type Change } from '../../kernel/change';

/**
 * Counts administrators on the organ's one document: two who end each other's duty at once would
 * otherwise both be the last but one.
 */
export function changeAdministrators(organ: Organ & { _id: 'organ' }, by: 1 | -1): Change {
  const administrators = organ.administrators + by;
  return replace('settings', { ...organ, administrators, version: organ.version + 1 });
}
