import { api } from './api';
import type { WxContext } from './context';
import { copyText } from './device';
import { createToast } from './overlay/toast';
import { wording } from './wording';

/** What a page's onShareAppMessage answers; its promise, when given, is waited for. */
interface ShareContent {
  title?: string;
  path?: string;
  promise?: Promise<ShareContent>;
}

/**
 * Forwarding: the page says what it shares, and the link to it is copied, since a browser has no chats.
 * The link opens the same page in a frame of its own.
 */
export function createShare({ host }: WxContext) {
  const toast = createToast(host);
  const share = async (from: 'button' | 'menu', target?: unknown) => {
    const page = host.currentPage();
    // A page without the hook shares itself.
    const answer = (page?.call('onShareAppMessage', { from, target }) ?? {}) as ShareContent;
    const content = answer.promise ? { ...answer, ...(await answer.promise) } : answer;
    const path = content.path ?? pathOf(page);
    const link = new URL(window.location.href);
    link.hash = `#${path.startsWith('/') ? path : `/${path}`}`;
    await copyText(link.href);
    await toast.show({ title: wording.linkCopied, icon: 'none', durationMs: 1500 });
    return link.href;
  };
  host.serveOpenType('share', async (button) => {
    await share('button', button);
    return null;
  });
  return {
    /** Test's and stage's knob: forwards the current page as from the menu; resolves to the link. */
    shareFromMenu: () => share('menu'),
    apis: {
      showShareMenu: api('showShareMenu', () => undefined),
      hideShareMenu: api('hideShareMenu', () => undefined),
      updateShareMenu: api('updateShareMenu', () => undefined),
    },
  };
}

function pathOf(page: { route: string; query: Record<string, string> } | undefined): string {
  if (!page) return '/';
  const query = new URLSearchParams(page.query).toString();
  return `/${page.route}${query === '' ? '' : `?${query}`}`;
}
