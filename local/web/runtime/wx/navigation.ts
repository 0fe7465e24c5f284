import { api } from './api';
import { parameterFault } from './fault';
import type { WxContext } from './context';

/** Routes, title, scrolling and pull-down; the rules of the page stack are the router's. */
export function createNavigation({ host }: WxContext) {
  const { router, navigationBar } = host;
  return {
    navigateTo: api('navigateTo', async ({ url, events }) => {
      const eventChannel = await router.navigateTo(url, events);
      // EventChannel of the typings and of the host are the same four methods.
      return { eventChannel: eventChannel as WechatMiniprogram.EventChannel };
    }),
    redirectTo: api('redirectTo', ({ url }) => router.redirectTo(url)),
    reLaunch: api('reLaunch', ({ url }) => router.reLaunch(url)),
    switchTab: api('switchTab', ({ url }) => router.switchTab(url)),
    navigateBack: api('navigateBack', ({ delta }) => router.navigateBack(delta)),

    setNavigationBarTitle: api('setNavigationBarTitle', ({ title }) => {
      if (typeof title !== 'string') throw parameterFault('title should be a string');
      navigationBar.setTitle(title);
    }),
    setNavigationBarColor: api('setNavigationBarColor', ({ frontColor, backgroundColor }) => {
      // Only these two are documented; WeChat refuses any other.
      if (!/^#(0{6}|f{6})$/i.test(frontColor)) {
        throw parameterFault(`invalid frontColor "${frontColor}"`);
      }
      navigationBar.setColor({ frontColor, backgroundColor });
    }),
    showNavigationBarLoading: api('showNavigationBarLoading', () => navigationBar.showLoading()),
    hideNavigationBarLoading: api('hideNavigationBarLoading', () => navigationBar.hideLoading()),
    hideHomeButton: api('hideHomeButton', () => navigationBar.hideHomeButton()),

    pageScrollTo: api('pageScrollTo', ({ scrollTop, selector, offsetTop, duration }) =>
      host.scrollPage({ scrollTop, selector, offsetTop, duration: duration ?? SCROLL_MS }),
    ),
    startPullDownRefresh: api('startPullDownRefresh', () => host.startPullDown()),
    stopPullDownRefresh: api('stopPullDownRefresh', () => host.stopPullDown()),
    // The window behind a page shows only while pulling; the pages' own style draws it here.
    setBackgroundTextStyle: api('setBackgroundTextStyle', () => undefined),
    setBackgroundColor: api('setBackgroundColor', ({ backgroundColor }) => {
      const frame = host.currentPage()?.frame;
      if (frame && backgroundColor) frame.style.backgroundColor = backgroundColor;
    }),
  };
}

/** Default of pageScrollTo's `duration`; source: its documentation. */
const SCROLL_MS = 300;
