/** `<switch>`, `<checkbox>`, `<radio>` and their groups, `<slider>`. */
import type { ComponentSpace } from 'glass-easel';

import { anything, defineTag, number, tagOf, text, truth, type Bring, type Tag } from './define';
import { addControl } from './form';
import { innerNode } from './native';

/** WeChat's green. */
const DEFAULT_COLOR = '#04BE02';

/** Defines all of them. */
export function defineChoices(space: ComponentSpace): void {
  const box = {
    value: anything(''),
    checked: truth(),
    disabled: truth(),
    color: text(DEFAULT_COLOR),
  };
  const group = { name: text() };
  defineTag(space, 'radio-group', { properties: group, bring: bringGroup('radio') });
  defineTag(space, 'checkbox-group', { properties: group, bring: bringGroup('checkbox') });
  defineTag(space, 'radio', { properties: box, bring: bringBox('radio') });
  defineTag(space, 'checkbox', { properties: box, bring: bringBox('checkbox') });
  defineTag(space, 'switch', {
    properties: { ...box, name: text(), type: text('switch') },
    bring: bringSwitch,
  });
  defineTag(space, 'slider', {
    properties: {
      name: text(),
      value: number(),
      min: number(),
      max: number(100),
      step: number(1),
      disabled: truth(),
      showValue: truth(),
      color: text(),
      selectedColor: text(),
      activeColor: text(DEFAULT_COLOR),
      backgroundColor: text(),
      blockColor: text(),
      blockSize: number(28),
    },
    bring: bringSlider,
  });
}

const bringGroup =
  (kind: 'radio' | 'checkbox'): Bring =>
  (tag) => {
    // Each box puts itself back.
    addControl(tag, { value: () => chosen(tag, kind), reset: () => undefined });
  };

const bringBox =
  (kind: 'radio' | 'checkbox'): Bring =>
  (tag) => {
    const box = innerNode(tag, 'input');
    box.type = kind;
    const look = () => {
      box.disabled = tag.is('disabled');
      box.value = tag.str('value');
      box.style.accentColor = tag.str('color');
    };
    const group = () => tagOf(tag.dom.closest(`wx-${kind}-group`));
    look();
    box.checked = tag.is('checked');
    box.addEventListener('change', () => {
      const owner = group();
      if (owner && kind === 'radio') {
        boxes(owner, kind).forEach((other) => check(other, other === box));
      }
      tag.set('checked', box.checked);
      owner?.fire('change', { value: chosen(owner, kind) });
    });
    const first = box.checked;
    const reset = () => {
      check(box, first);
      tag.set('checked', first);
    };
    addControl(tag, { value: () => undefined, reset, press: () => box.click() });
    const checked = (value: unknown) => check(box, Boolean(value));
    return { changed: { checked, disabled: look, value: look, color: look } };
  };

function boxes(group: Tag, kind: string): HTMLInputElement[] {
  return [...group.dom.querySelectorAll<HTMLInputElement>(`wx-${kind} > input`)];
}

function check(box: HTMLInputElement, isChecked: boolean): void {
  box.checked = isChecked;
}

function chosen(group: Tag, kind: 'radio' | 'checkbox'): string | string[] {
  const values = boxes(group, kind)
    .filter((box) => box.checked)
    .map((box) => box.value);
  return kind === 'radio' ? (values[0] ?? '') : values;
}

const bringSwitch: Bring = (tag) => {
  const box = innerNode(tag, 'input');
  box.type = 'checkbox';
  const look = () => {
    box.disabled = tag.is('disabled');
    box.dataset.look = tag.str('type');
    box.setAttribute('role', tag.str('type'));
    box.style.setProperty('--on', tag.str('color'));
  };
  const first = tag.is('checked');
  const set = (isOn: boolean) => {
    box.checked = isOn;
    tag.set('checked', isOn);
  };
  look();
  box.checked = first;
  box.addEventListener('change', () => {
    set(box.checked);
    tag.fire('change', { value: box.checked });
  });
  addControl(tag, {
    value: () => box.checked,
    reset: () => set(first),
    press: () => box.click(),
  });
  return {
    changed: {
      checked: (value) => check(box, Boolean(value)),
      disabled: look,
      color: look,
      type: look,
    },
  };
};

const bringSlider: Bring = (tag) => {
  const bar = innerNode(tag, 'input');
  const shown = document.createElement('span');
  tag.dom.append(shown);
  bar.type = 'range';
  const look = () => {
    bar.min = tag.str('min');
    bar.max = tag.str('max');
    bar.step = tag.str('step');
    bar.value = tag.str('value');
    bar.disabled = tag.is('disabled');
    dress(tag, bar);
    shown.hidden = !tag.is('showValue');
    shown.textContent = bar.value;
  };
  look();
  const first = Number(bar.value);
  bar.addEventListener('input', () => {
    shown.textContent = bar.value;
    dress(tag, bar);
    tag.fire('changing', { value: Number(bar.value) });
  });
  bar.addEventListener('change', () => {
    tag.set('value', Number(bar.value));
    tag.fire('change', { value: Number(bar.value) });
  });
  addControl(tag, { value: () => Number(bar.value), reset: () => tag.set('value', first) });
  const names = ['value', 'min', 'max', 'step', 'disabled', 'showValue', 'activeColor'];
  return { changed: Object.fromEntries(names.map((name) => [name, look])) };
};

/** Colours and block as the page wants them; the done part ends at the block. */
function dress(tag: Tag, bar: HTMLInputElement): void {
  const [min, max] = [Number(bar.min), Number(bar.max)];
  const share = max > min ? (Number(bar.value) - min) / (max - min) : 0;
  const { style } = bar;
  style.setProperty('--done', `${share * 100}%`);
  style.setProperty('--active', tag.str('selectedColor') || tag.str('activeColor'));
  style.setProperty('--rest', tag.str('color') || tag.str('backgroundColor') || '#e9e9e9');
  style.setProperty('--block', tag.str('blockColor') || '#ffffff');
  style.setProperty('--block-size', `${Math.min(28, Math.max(12, tag.num('blockSize')))}px`);
}
