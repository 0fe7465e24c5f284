import type { CommandScene } from '../../../cloudfunctions/handlers/handler';
import { dayOf } from '../../../cloudfunctions/kernel/days';
import { hashText } from '../../../cloudfunctions/kernel/hash';
import { openStore, type Store } from '../../../cloudfunctions/store';
import { newId, type County, type Phone } from './county';

/**
 * What a phone's function is given, to run a handler in this process with parts of its store and of WeChat
 * replaced: by what forces a moment, or tells what was asked. `offsetMs` is the cloud's time minus ours.
 */
export function sceneOf(
  { cloud }: Pick<County, 'cloud'>,
  { openid }: Pick<Phone, 'openid'>,
  replaced: {
    store?: (real: Store) => Partial<Store>;
    wechat?: Partial<CommandScene['wechat']>;
    offsetMs?: number;
  },
): CommandScene {
  const real = openStore(cloud.sdk().database());
  const now = Date.now() + (replaced.offsetMs ?? 0);
  return {
    ...{ openid, now, on: dayOf(now), newId, store: { ...real, ...replaced.store?.(real) } },
    // Whoever asks WeChat for something replaces it.
    ...{ wechat: (replaced.wechat ?? {}) as CommandScene['wechat'], wakeRelay: () => undefined },
    person: () => real.readPersonOf(openid),
    command: { call: 'forced', receiptId: hashText(newId()), contentHash: '' },
    filingPlace: undefined,
  };
}
