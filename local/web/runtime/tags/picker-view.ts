import type { ComponentSpace } from 'glass-easel';

import { browserUnits } from '../../units';
import { anything, defineTag, list, tagOf, text, truth, type Bring, type Tag } from './define';
import { scopedClass } from './native';
import { createWheel, type Wheel } from './wheel';

const wheels = new WeakMap<HTMLElement, Wheel>();

/** Defines `<picker-view>` and `<picker-view-column>`. */
export function definePickerView(space: ComponentSpace): void {
  defineTag(space, 'picker-view', {
    properties: {
      value: list(),
      indicatorStyle: text(),
      indicatorClass: text(),
      maskStyle: text(),
      maskClass: text(),
      immediateChange: truth(),
      name: anything(),
    },
    bring: bringView,
  });
  defineTag(space, 'picker-view-column', { bring: bringColumn });
}

const bringView: Bring = (tag) => {
  const mask = document.createElement('div');
  const indicator = document.createElement('div');
  tag.dom.append(mask, indicator);
  const look = () => {
    mask.className = `picker-mask ${scopedClass(tag, tag.str('maskClass'))}`;
    mask.style.cssText = browserUnits(tag.str('maskStyle'));
    indicator.className = `picker-indicator ${scopedClass(tag, tag.str('indicatorClass'))}`;
    indicator.style.cssText = browserUnits(tag.str('indicatorStyle'));
    // Lines are as high as the indicator, as in WeChat.
    const height = indicator.offsetHeight;
    if (height > 0) tag.dom.style.setProperty('--picker-line', `${height}px`);
  };
  const place = (behavior: ScrollBehavior) => {
    const values = tag.props.value as number[];
    columns(tag).forEach((column, at) => wheels.get(column)?.turnTo(values[at] ?? 0, behavior));
  };
  // The view may be attached hidden (in a popup) and get its size later.
  const resized = new ResizeObserver(() => {
    look();
    place('instant');
  });
  resized.observe(tag.dom);
  look();
  return {
    detached: () => resized.disconnect(),
    changed: {
      value: () => setTimeout(() => place('smooth')),
      indicatorStyle: look,
      indicatorClass: look,
      maskStyle: look,
      maskClass: look,
    },
  };
};

const bringColumn: Bring = (tag) => {
  const view = () => tagOf(tag.dom.closest('wx-picker-view'));
  const linePx = () => tag.dom.querySelector<HTMLElement>(':scope > *')?.offsetHeight ?? 0;
  const wheel = createWheel(tag.dom, {
    linePx,
    onStart: () => view()?.fire('pickstart', {}),
    onRest() {
      const owner = view();
      if (!owner) return;
      const value = columns(owner).map((column) => wheels.get(column)?.index() ?? 0);
      owner.fire('pickend', {});
      if (value.join() === (owner.props.value as number[]).join()) return;
      owner.set('value', value);
      owner.fire('change', { value });
    },
  });
  wheels.set(tag.dom, wheel);
  // Lines may come after the value that points at them.
  const observer = new MutationObserver(() => {
    const owner = view();
    if (!owner) return;
    const at = columns(owner).indexOf(tag.dom);
    wheel.turnTo((owner.props.value as number[])[at] ?? 0, 'instant');
  });
  observer.observe(tag.dom, { childList: true });
  return {
    detached() {
      wheel.stop();
      observer.disconnect();
    },
  };
};

function columns(view: Tag): HTMLElement[] {
  return [...view.dom.querySelectorAll<HTMLElement>('wx-picker-view-column')];
}
