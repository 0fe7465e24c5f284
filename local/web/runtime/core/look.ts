/** The mini-program's configuration as it looks now: with the theme's values in place of `@names`. */
import { themed, type AppConfig, type FirstChunk } from '../../bundle';
import type { BarState, Page } from './page';

export interface Look {
  /** Throws before the mini-program has been set up. */
  first(): FirstChunk;
  isSet(): boolean;
  set(first: FirstChunk): void;
  /** The configuration under the current theme. */
  config(): AppConfig;
  settingsOf(route: string): Page['settings'];
  /** Title and colours of a page that has not changed them. */
  barOf(route: string): BarState;
}

/** A look without a mini-program yet. */
export function createLook(isDark: () => boolean): Look {
  let kept: FirstChunk | undefined;
  const first = () => {
    if (!kept) throw new Error('boot.setup has not been called');
    return kept;
  };
  const config = () => themed(first().config, first().config.theme, isDark());
  const settingsOf = (route: string) => {
    const { window, pageConfig } = config();
    return { ...window, ...pageConfig[route] };
  };
  return {
    first,
    isSet: () => kept !== undefined,
    set: (chunk) => void (kept = chunk),
    config,
    settingsOf,
    barOf(route) {
      const settings = settingsOf(route);
      return {
        title: settings.navigationBarTitleText ?? '',
        // WeChat's defaults: white text on black; `black` and `white` are the only words.
        frontColor: settings.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff',
        backgroundColor: settings.navigationBarBackgroundColor ?? '#000000',
        isLoading: false,
        isHomeHidden: false,
      };
    },
  };
}
