import type { AppMoments } from '../host';
import type { WxContext } from './context';

/** Events of the app's life, and how it was started. */
export function createLifecycle({ host }: WxContext) {
  const { moments } = host;
  // Host and typings describe the same documented events; the typings give some of them more
  // optional fields than a browser can fill.
  const on = <M extends keyof AppMoments>(moment: M) => {
    return (listener: (happening: never) => void) =>
      moments.on(moment, listener as (happening: AppMoments[M]) => void);
  };
  const off = <M extends keyof AppMoments>(moment: M) => {
    return (listener?: (happening: never) => void) =>
      moments.off(moment, listener as ((happening: AppMoments[M]) => void) | undefined);
  };
  // What the start was: the host answers WeChat's path, query, scene and referrerInfo.
  const launchOptions = () => host.launchOptions() as unknown as WechatMiniprogram.LaunchOptionsApp;
  return {
    onAppShow: on('show'),
    offAppShow: off('show'),
    onAppHide: on('hide'),
    offAppHide: off('hide'),
    onError: on('error'),
    offError: off('error'),
    onUnhandledRejection: on('unhandledRejection'),
    offUnhandledRejection: off('unhandledRejection'),
    onPageNotFound: on('pageNotFound'),
    offPageNotFound: off('pageNotFound'),
    onThemeChange: on('themeChange'),
    offThemeChange: off('themeChange'),
    onWindowResize: on('resize'),
    offWindowResize: off('resize'),
    // A browser tells of neither.
    onMemoryWarning: () => undefined,
    offMemoryWarning: () => undefined,
    onUserCaptureScreen: () => undefined,
    offUserCaptureScreen: () => undefined,
    getLaunchOptionsSync: launchOptions,
    getEnterOptionsSync: launchOptions,
  };
}
