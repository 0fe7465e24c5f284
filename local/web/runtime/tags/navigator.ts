import type { ComponentSpace } from 'glass-easel';

import type { Phone } from '../core/phone';
import { anything, defineTag, number, text } from './define';

/** `<navigator>`: all moves inside the mini-program; other targets throw with their name. */
export function defineNavigator(space: ComponentSpace, phone: Phone): void {
  const { router } = phone;
  defineTag(space, 'navigator', {
    properties: {
      url: text(),
      openType: text('navigate'),
      delta: number(1),
      target: text('self'),
      hoverClass: text('navigator-hover'),
      hoverStartTime: number(50),
      hoverStayTime: number(600),
      appId: anything(),
      path: anything(),
      extraData: anything(),
      version: anything(),
      shortLink: anything(),
    },
    bring(tag) {
      const moves: Record<string, () => Promise<unknown>> = {
        navigate: () => router.navigateTo(tag.str('url')),
        redirect: () => router.redirectTo(tag.str('url')),
        switchTab: () => router.switchTab(tag.str('url')),
        reLaunch: () => router.reLaunch(tag.str('url')),
        navigateBack: () => router.navigateBack(tag.num('delta')),
      };
      // A page may have given it another one.
      if (!tag.dom.hasAttribute('role')) tag.dom.setAttribute('role', 'link');
      tag.on('tap', () => {
        const openType = tag.str('openType');
        const move = moves[openType];
        if (!move || tag.str('target') === 'miniProgram') {
          throw new Error(`<navigator open-type="${openType}"> is not implemented in the browser`);
        }
        move().then(
          () => tag.fire('success', { errMsg: 'navigateTo:ok' }),
          (refusal: Error) => tag.fire('fail', { errMsg: `navigateTo:fail ${refusal.message}` }),
        );
      });
    },
  });
}
