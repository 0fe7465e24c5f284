/**
 * The privacy authorization: nothing personal is read before the person has agreed. A mini-program with
 * an `onNeedPrivacyAuthorization` listener asks by itself; for any other WeChat asks, and so does this.
 */
import { api } from '../api';
import { createListeners, type Listeners } from '../listeners';
import { ApiFault } from '../fault';
import { startKnobs, type WxContext } from '../context';
import { askByDialog } from '../overlay/dialog';
import { wording } from '../wording';

/** `refused` lasts until the next start, as in WeChat, which then asks again. */
export type PrivacyState = 'unasked' | 'agreed' | 'refused';

export interface Privacy {
  /** Resolves once the person has agreed; rejects with WeChat's fault for `wx.<name>`. */
  require(name: string): Promise<void>;
  state(): PrivacyState;
  /** Test's knob: `unasked` revokes, as when a guideline has changed or the consent has expired. */
  setState(state: PrivacyState): void;
}

/** What WeChat's listener is given to answer with; richer than the typings say. */
type Resolve = (answer: { event: string; buttonId?: string }) => void;

type AskListeners = Listeners<{ resolve: Resolve; referrer: string }>;

/** errno of a refused authorization; source: WeChat's privacy guide. */
const REFUSED_ERRNO = 104;

export function createPrivacy({ host, frame }: WxContext) {
  const kept = `wx-privacy:${frame.frame}`;
  let state = initialState(kept);
  const listeners: AskListeners = createListeners();
  const setState = (next: PrivacyState) => {
    state = next;
    if (next === 'agreed') localStorage.setItem(kept, next);
    else localStorage.removeItem(kept);
  };
  const ask = async (referrer: string) => {
    const hasAgreed =
      listeners.size() > 0 ? await askListener(listeners, referrer) : await askByWeChat(host);
    setState(hasAgreed ? 'agreed' : 'refused');
  };
  const privacy: Privacy = {
    state: () => state,
    setState,
    require: async (name) => {
      if (state !== 'agreed') await ask(name);
      if (state !== 'agreed') {
        throw new ApiFault('privacy permission is not authorized', { errno: REFUSED_ERRNO });
      }
    },
  };
  host.serveOpenType('agreePrivacyAuthorization', () => {
    setState('agreed');
    return { event: 'agreeprivacyauthorization', detail: {} };
  });
  return { privacy, apis: createPrivacyApis({ host, privacy, listeners }) };
}

function createPrivacyApis({
  host,
  privacy,
  listeners,
}: {
  host: WxContext['host'];
  privacy: Privacy;
  listeners: AskListeners;
}) {
  return {
    getPrivacySetting: api('getPrivacySetting', () => ({
      needAuthorization: privacy.state() !== 'agreed',
      privacyContractName: wording.privacyContract,
    })),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () =>
      privacy.require('requirePrivacyAuthorize'),
    ),
    openPrivacyContract: api('openPrivacyContract', async () => {
      const { privacyContract: title, privacyContractBody: content } = wording;
      await askByDialog(host, { title, content, confirmText: wording.close });
    }),
    // WeChat calls the listener with (resolve, eventInfo); the typings know only one argument.
    onNeedPrivacyAuthorization: (listener: (result: never) => void) => {
      const call = listener as unknown as (resolve: Resolve, event: { referrer: string }) => void;
      listeners.on(({ resolve, referrer }) => call(resolve, { referrer }));
    },
  };
}

function initialState(kept: string): PrivacyState {
  return localStorage.getItem(kept) === 'agreed' ? 'agreed' : (startKnobs().privacy ?? 'unasked');
}

function askListener(listeners: AskListeners, referrer: string): Promise<boolean> {
  return new Promise((answer) => {
    const resolve: Resolve = ({ event }) => {
      // "exposureAuthorization" only reports that the mini-program's own dialog was shown.
      if (event === 'agree' || event === 'disagree') answer(event === 'agree');
    };
    listeners.emit({ resolve, referrer });
  });
}

function askByWeChat(host: WxContext['host']): Promise<boolean> {
  return askByDialog(host, {
    title: wording.privacyTitle,
    content: wording.privacyContent,
    confirmText: wording.agree,
    cancelText: wording.refuse,
    hasCancel: true,
  });
}
