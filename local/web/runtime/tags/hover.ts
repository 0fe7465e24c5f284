/** `hover-class`: a class that comes a moment after the finger and leaves a moment after it. */
import { STYLE_TEMPORARY } from '../core/element';

import type { PropertySpec, Tag } from './tag';

export const HOVER_PROPERTIES: Record<string, PropertySpec> = {
  hoverClass: { type: String, value: '' },
  hoverStopPropagation: { type: Boolean, value: false },
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
};

/** Only one finger's hover at a time; a tag that stops propagation claims it. */
const claimed = new WeakSet<Event>();

/** Watches a tag; `none` and an empty class mean no hover. */
export function watchHover(tag: Tag): void {
  let coming: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const put = (name: string) => {
    tag.component.setNodeClass(name, STYLE_TEMPORARY);
  };
  const leave = () => {
    clearTimeout(coming);
    leaving = setTimeout(() => put(''), tag.num('hoverStayTime'));
  };
  tag.dom.addEventListener('pointerdown', (event) => {
    const name = tag.str('hoverClass');
    if (!name || name === 'none' || tag.is('disabled') || claimed.has(event)) return;
    if (tag.is('hoverStopPropagation')) claimed.add(event);
    clearTimeout(leaving);
    coming = setTimeout(() => put(name), tag.num('hoverStartTime'));
    document.addEventListener('pointerup', leave, { once: true, capture: true });
    document.addEventListener('pointercancel', leave, { once: true, capture: true });
  });
}
