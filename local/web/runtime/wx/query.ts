import type { ComponentInstance, Host } from '../host';
import { createAnimation } from './animation';

/** Questions to the page: where nodes are, what comes into view; and animations for them. */
export function createQuery(host: Host) {
  return {
    // The host builds both with the methods that WeChat documents.
    createSelectorQuery: () => host.createSelectorQuery() as WechatMiniprogram.SelectorQuery,
    createIntersectionObserver: (
      component: WechatMiniprogram.IAnyObject,
      options?: WechatMiniprogram.CreateIntersectionObserverOption,
    ) =>
      host.createIntersectionObserver(
        component as ComponentInstance | undefined,
        // A plain object; the host reads the documented fields.
        options as Record<string, unknown> | undefined,
      ) as WechatMiniprogram.IntersectionObserver,
    createAnimation,
  };
}
