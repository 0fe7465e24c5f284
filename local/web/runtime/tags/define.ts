/** How a built-in tag is written: its properties, and a function that brings one instance to life. */
import * as ge from 'glass-easel';

import { elementOf, type Component } from '../core/element';
import { ARIA_PROPERTIES, watchAria } from './aria';
import { HOVER_PROPERTIES, watchHover } from './hover';
import { playActions, type ExportedAnimation } from './animation';
import type { PropertySpec, Tag } from './tag';

export type { Tag };

export const text = (value = ''): PropertySpec => ({ type: String, value });
export const number = (value = 0): PropertySpec => ({ type: Number, value });
export const truth = (value = false): PropertySpec => ({ type: Boolean, value });
export const list = (): PropertySpec => ({ type: Array, value: [] });
export const anything = (value: unknown = null): PropertySpec => ({ type: null, value });

/** What a tag's life is made of; all parts are optional. */
export interface Life {
  /** Called when the named property has changed. */
  changed?: Record<string, (value: unknown) => void>;
  detached?: () => void;
}

export type Bring = (tag: Tag) => Life | void;

export interface TagSpec {
  properties?: Record<string, PropertySpec>;
  bring?: Bring;
}

const COMMON: Record<string, PropertySpec> = {
  hidden: truth(),
  animation: anything(),
  ...ARIA_PROPERTIES,
  ...HOVER_PROPERTIES,
};

const lives = new WeakMap<Component, Life>();
const tags = new WeakMap<HTMLElement, Tag>();

/** The built-in tag that a DOM node is, if it is one. */
export function tagOf(dom: globalThis.Element | null | undefined): Tag | undefined {
  return dom instanceof HTMLElement ? tags.get(dom) : undefined;
}

/** Defines a built-in tag for every template of this space. */
export function defineTag(space: ge.ComponentSpace, name: string, spec: TagSpec = {}): void {
  const properties = { ...COMMON, ...spec.properties };
  // The builder's types grow with each call; names here are only known at run time.
  let builder = space.define(`wx/${name}`) as unknown as LooseBuilder;
  builder = builder.options({
    // Class names of a built-in tag are those of the page that writes it.
    styleScope: 0,
    virtualHost: false,
    // Trap: early initialisation runs observers before the DOM node exists.
    propertyEarlyInit: false,
    dataDeepCopy: ge.DeepCopyKind.None,
    propertyPassingDeepCopy: ge.DeepCopyKind.Simple,
  });
  for (const [property, declared] of Object.entries(properties)) {
    builder = builder.property(property, declared);
    builder = builder.observer(property, function (this: unknown) {
      const component = elementOf(this) as Component;
      const life = lives.get(component);
      life?.changed?.[property]?.(component.data[property]);
    });
  }
  builder = builder.lifetime('attached', function (this: unknown) {
    bringToLife(elementOf(this) as Component, spec.bring);
  });
  builder = builder.lifetime('detached', function (this: unknown) {
    lives.get(elementOf(this) as Component)?.detached?.();
  });
  space.setGlobalUsingComponent(name, builder.registerComponent() as never);
}

interface LooseBuilder {
  options(options: ge.ComponentOptions): LooseBuilder;
  property(name: string, spec: PropertySpec): LooseBuilder;
  observer(name: string, run: (this: unknown) => void): LooseBuilder;
  lifetime(name: string, run: (this: unknown) => void): LooseBuilder;
  registerComponent(): unknown;
}

function bringToLife(component: Component, bring: Bring | undefined): void {
  const tag = makeTag(component);
  tags.set(tag.dom, tag);
  const common = bringCommon(tag);
  const own = bring?.(tag) ?? {};
  lives.set(component, {
    changed: { ...common, ...own.changed },
    detached: own.detached,
  });
}

/** What every tag does: hidden, animation, aria-*, hover-class. */
function bringCommon(tag: Tag): Record<string, (value: unknown) => void> {
  const hidden = (value: unknown) => void tag.dom.toggleAttribute('hidden', Boolean(value));
  const animation = (value: unknown) => playActions(tag, value as ExportedAnimation | null);
  hidden(tag.props.hidden);
  animation(tag.props.animation);
  watchHover(tag);
  return { hidden, animation, ...watchAria(tag) };
}

function makeTag(component: Component): Tag {
  const read = (name: string): unknown => component.data[name];
  return {
    // Built-in tags are never virtual hosts, so there is always a DOM node.
    dom: component.$$ as unknown as HTMLElement,
    component,
    get props() {
      return component.data;
    },
    str: (name) => String(read(name) ?? ''),
    num: (name) => Number(read(name) ?? 0),
    is: (name) => Boolean(read(name)),
    fire: (name, detail = {}) => component.triggerEvent(name, detail),
    set(name, value) {
      component.replaceDataOnPath([name] as never, value as never);
      component.applyDataUpdates();
    },
    on: (name, listener) => component.addListener(name, (event) => listener(event as never)),
  };
}
