/** Permissions that a person grants one by one; asked once, kept for the frame, changed in openSetting. */
import { api } from '../api';
import { ApiFault } from '../fault';
import type { WxContext } from '../context';
import { askByDialog, makeField } from '../overlay/dialog';
import { make } from '../overlay/layer';
import { wording } from '../wording';

export interface Settings {
  /** Resolves once granted; rejects with WeChat's words when the person refuses or has refused. */
  require(scope: string): Promise<void>;
  granted(): Record<string, boolean>;
  /** Test's knob; null forgets the answer. */
  answer(scope: string, isGranted: boolean | null): void;
}

/** errno of a refused permission; source: WeChat's list of common errno (3, "permission denied"). */
const DENIED_ERRNO = 3;

/** Permissions of a frame. `subscriptions` tells getSetting of subscription messages. */
export function createSettings(
  { host, frame }: WxContext,
  subscriptions: () => Record<string, string>,
) {
  const key = `wx-settings:${frame.frame}`;
  // Only this module writes the key.
  const granted = () => JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, boolean>;
  const save = (answers: Record<string, boolean>) =>
    localStorage.setItem(key, JSON.stringify(answers));
  const settings: Settings = {
    granted,
    answer: (scope, isGranted) => {
      const { [scope]: _old, ...others } = granted();
      save(isGranted === null ? others : { ...others, [scope]: isGranted });
    },
    require: async (scope) => {
      const what = wording.scopes[scope];
      if (!what) throw new ApiFault(`parameter error: invalid scope ${scope}`);
      const known = granted()[scope];
      const isGranted = known ?? (await askScope(host, what));
      if (known === undefined) settings.answer(scope, isGranted);
      if (!isGranted) throw new ApiFault('auth deny', { errno: DENIED_ERRNO });
    },
  };
  const answer = () => ({
    authSetting: granted(),
    subscriptionsSetting: { mainSwitch: true, itemSettings: subscriptions() },
  });
  const apis = {
    authorize: api('authorize', ({ scope }) => settings.require(scope)),
    getSetting: api('getSetting', answer),
    openSetting: api('openSetting', async () => {
      save(await askAll(host, granted()));
      return answer();
    }),
  };
  host.serveOpenType('openSetting', async () => {
    save(await askAll(host, granted()));
    return { event: 'opensetting', detail: answer() };
  });
  return { settings, apis };
}

function askScope(host: WxContext['host'], what: string): Promise<boolean> {
  return askByDialog(host, {
    content: wording.scopeAsk(what),
    confirmText: wording.allow,
    cancelText: wording.refuse,
    hasCancel: true,
  });
}

// WeChat lists only what the mini-program has asked for.
async function askAll(
  host: WxContext['host'],
  granted: Record<string, boolean>,
): Promise<Record<string, boolean>> {
  const list = make('div', '');
  const boxes = Object.entries(granted).map(([scope, isGranted]) => {
    const box = makeField(wording.scopes[scope] ?? scope, 'checkbox');
    box.checked = isGranted;
    if (box.parentElement) list.append(box.parentElement);
    return [scope, box] as const;
  });
  await askByDialog(host, { title: wording.settingTitle, content: list });
  return Object.fromEntries(boxes.map(([scope, box]) => [scope, box.checked]));
}
