/** Methods of `this` in pages and components that the adapter does not have. */
import { component as adapterComponent } from 'glass-easel-miniprogram-adapter';

import { animate, clearAnimation } from './animate';
import { createIntersectionObserver } from './intersection';
import { createSelectorQuery } from './selector-query';

type Caller = Record<string, unknown>;

/** Adds them to the adapter's prototype; what WeChat has and we do not throws with its name. */
export function installInstanceMethods(): void {
  const prototype = adapterComponent.ComponentCaller.prototype as unknown as Caller;
  Object.assign(prototype, {
    createSelectorQuery(this: Caller) {
      return createSelectorQuery(this);
    },
    createIntersectionObserver(this: Caller, options?: Record<string, unknown>) {
      return createIntersectionObserver(() => this, options);
    },
    animate,
    clearAnimation,
    setUpdatePerformanceListener: missing('setUpdatePerformanceListener'),
    applyAnimation: missing('applyAnimation'),
    getPassiveEvent: missing('getPassiveEvent'),
    setPassiveEvent: missing('setPassiveEvent'),
  });
}

function missing(name: string) {
  return () => {
    throw new Error(`this.${name} is not implemented in the browser`);
  };
}
