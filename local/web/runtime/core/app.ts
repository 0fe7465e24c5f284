/** `App()`, `getApp()` and the app's life: launch, shown, hidden, errors. */
import * as ge from 'glass-easel';

import type { LaunchOptions, Moments } from '../host';
import type { Page } from './page';

type Definition = Record<string, unknown>;

/** WeChat's scene for a start from the list of mini-programs. */
const SCENE_MAIN = 1001;

/** Warnings that do not say whose they are, and that TDesign's components cause by the dozen. */
const PACKAGE_NOISE = /for-list|keys are not unique|is not a valid|received type-incompatible/;

export interface MiniApp {
  define(definition: Definition): void;
  instance(): Definition;
  /** Calls onLaunch and onShow; the first page opens after. */
  launch(options: LaunchOptions): void;
  call(method: string, value: unknown): boolean;
}

/** The app of one mini-program; `top` is the page that is hidden and shown along with the app. */
export function createApp(moments: Moments, top: () => Page | undefined): MiniApp {
  let app: Definition = {};
  const call = (method: string, value: unknown): boolean => {
    const found = app[method];
    if (typeof found !== 'function') return false;
    ge.safeCallback(`App ${method}`, found as never, app as never, [value] as never);
    return true;
  };
  watchErrors(moments, call);
  return {
    call,
    define: (definition) => {
      app = definition;
    },
    instance: () => app,
    launch(options) {
      call('onLaunch', options);
      call('onShow', options);
      moments.emit('show', options);
      document.addEventListener('visibilitychange', () => {
        if (document.hidden) {
          top()?.call('onHide');
          call('onHide', undefined);
          moments.emit('hide', { reason: 0 });
          return;
        }
        call('onShow', options);
        moments.emit('show', options);
        top()?.call('onShow');
      });
    },
  };
}

/** Launch options of a start at this address. */
export function launchOptionsOf(route: string, query: Record<string, string>): LaunchOptions {
  const decoded = Object.entries(query).map(([name, value]) => [name, decode(value)]);
  return { path: route, query: Object.fromEntries(decoded), scene: SCENE_MAIN, referrerInfo: {} };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A lone % is no encoding; WeChat hands the value over as it is.
    return value;
  }
}

function watchErrors(moments: Moments, call: (method: string, value: unknown) => boolean): void {
  const tell = (error: unknown) => {
    const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    call('onError', text);
    moments.emit('error', text);
  };
  ge.addGlobalWarningListener((words, component) => {
    const path = typeof component === 'string' ? component : component.is;
    return !path.startsWith('miniprogram_npm/') && !PACKAGE_NOISE.test(words);
  });
  ge.addGlobalErrorListener((error) => {
    console.error(error);
    tell(error);
    return false;
  });
  window.addEventListener('error', (event) => tell(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => {
    const rejection = { reason: event.reason as unknown, promise: event.promise };
    call('onUnhandledRejection', rejection);
    moments.emit('unhandledRejection', rejection);
  });
}
