/** `<form>` and `<label>`: values by name, submit and reset, taps that reach the control. */
import type * as ge from 'glass-easel';

import { ownerOf, type Component } from '../core/element';
import { defineTag, tagOf, text, truth, type Tag } from './define';

/** What a control answers to its form: its value now, and how it goes back to its first one. */
export interface Control {
  value(): unknown;
  reset(): void;
  /** What a tap on its label does. */
  press?(): void;
}

const controls = new WeakMap<HTMLElement, Control>();

/** Makes a tag a form control. */
export function addControl(tag: Tag, control: Control): void {
  controls.set(tag.dom, control);
}

/** Defines both tags. */
export function defineForms(space: ge.ComponentSpace): void {
  defineTag(space, 'form', {
    properties: { reportSubmit: truth(), reportSubmitTimeout: { type: Number, value: 0 } },
  });
  defineTag(space, 'label', {
    properties: { for: text() },
    bring(tag) {
      tag.on('tap', (event) => press(tag, event));
    },
  });
}

/** Fires `submit` on the form round this node, with all values by name. */
export function submitForm(inside: HTMLElement): void {
  const form = tagOf(inside.closest('wx-form'));
  form?.fire('submit', { value: valuesOf(form.dom), formId: '' });
}

/** Puts every control of the form back to its first value, then fires `reset`. */
export function resetForm(inside: HTMLElement): void {
  const form = tagOf(inside.closest('wx-form'));
  if (!form) return;
  for (const node of form.dom.querySelectorAll<HTMLElement>('*')) controls.get(node)?.reset();
  form.fire('reset', {});
}

function valuesOf(form: HTMLElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const node of form.querySelectorAll<HTMLElement>('*')) {
    const tag = tagOf(node);
    const control = controls.get(node);
    if (tag?.str('name') && control) values[tag.str('name')] = control.value();
    const component = fieldComponent(node);
    if (component) values[component.name] = component.value;
  }
  return values;
}

/** A custom component with behavior wx://form-field takes part by its `name` and `value`. */
function fieldComponent(node: HTMLElement): { name: string; value: unknown } | undefined {
  if (tagOf(node)) return undefined;
  const owner = ownerOf(node)?.asGeneralComponent() as Component | null | undefined;
  if (owner?.$$ !== (node as unknown)) return undefined;
  const values = owner?.data as { name?: unknown; value?: unknown } | undefined;
  const isField = typeof values?.name === 'string' && values.name !== '' && 'value' in values;
  return isField ? { name: String(values.name), value: values.value } : undefined;
}

/** The control that `for` names within the same component, else the first one inside the label. */
function press(label: Tag, event: Record<string, unknown>): void {
  const target = label.str('for');
  const root = label.component.ownerShadowRoot;
  const named = target ? root?.querySelector(`#${target}`) : null;
  const inside = [...label.dom.querySelectorAll<HTMLElement>('*')];
  const dom = named
    ? (named.$$ as unknown as HTMLElement)
    : inside.find((node) => controls.has(node));
  if (!dom) return;
  const touched = (event as { getOriginalEvent?: () => Event }).getOriginalEvent?.()?.target;
  // A tap on the control itself has already done its work.
  if (touched instanceof Node && dom.contains(touched)) return;
  controls.get(dom)?.press?.();
}
