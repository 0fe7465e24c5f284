/** A place that the person points at on WeChat's map: its name alone, nothing of where it lies is kept. */
import { networkNow } from './network';
import { askPrivacy } from './privacy';

/** Why there is no place: of these only a closed map needs no words. */
export type NoPlace = 'offline' | 'cancelled' | 'no_consent' | 'not_allowed' | 'unavailable';

/**
 * Opens the map where the phone is. It gives a name where plain coordinates would have to be looked up
 * elsewhere, and WeChat asks for no permission of its own for what the person points at.
 */
export async function choosePlace(): Promise<{ name: string } | NoPlace> {
  if ((await networkNow()) === 'none') return 'offline';
  if (!(await askPrivacy())) return 'no_consent';
  try {
    const { name, address } = await wx.chooseLocation({});
    return { name: name || address };
  } catch (failure) {
    return noPlace(failure);
  }
}

/** WeChat has no codes for these, only words. */
function noPlace(failure: unknown): NoPlace {
  const { errMsg = '' } = failure as { errMsg?: string }; // what WeChat rejects with
  if (errMsg.includes('cancel')) return 'cancelled';
  return /auth|permission denied/.test(errMsg) ? 'not_allowed' : 'unavailable';
}
