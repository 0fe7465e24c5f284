import { api } from './api';
import type { WxContext } from './context';

/** The built-in tab bar; a mini-program with a custom one gets the host's refusal. */
export function createTabBar({ host }: WxContext) {
  const bar = host.tabBar;
  return {
    showTabBar: api('showTabBar', () => bar.show()),
    hideTabBar: api('hideTabBar', () => bar.hide()),
    setTabBarItem: api('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) => {
      if (text !== undefined) bar.setText(index, text);
      if (iconPath ?? selectedIconPath) bar.setIcons(index, { iconPath, selectedIconPath });
    }),
    setTabBarStyle: api(
      'setTabBarStyle',
      ({ color, selectedColor, backgroundColor, borderStyle }) =>
        bar.setStyle({ color, selectedColor, backgroundColor, borderStyle }),
    ),
    setTabBarBadge: api('setTabBarBadge', ({ index, text }) => bar.setBadge(index, text)),
    removeTabBarBadge: api('removeTabBarBadge', ({ index }) => bar.removeBadge(index)),
    showTabBarRedDot: api('showTabBarRedDot', ({ index }) => bar.showRedDot(index)),
    hideTabBarRedDot: api('hideTabBarRedDot', ({ index }) => bar.hideRedDot(index)),
  };
}
