/** Small typed doors into glass-easel's elements, so that no other file has to guess at their fields. */
import type * as ge from 'glass-easel';

export type Element = ge.Element;
export type Component = ge.GeneralComponent;

/** glass-easel's style segments that templates do not use; its enum exists in types only. */
export const STYLE_ANIMATION = 2;
export const STYLE_TEMPORARY = 3;

/** The element behind what page code holds as `this`, or the element itself. */
export function elementOf(caller: unknown): Element | undefined {
  if (typeof caller !== 'object' || caller === null) return undefined;
  // Adapter's callers keep their component in `_$`; everything else handed in here is an element.
  return (caller as { _$?: Element })._$ ?? (caller as Element);
}

/** The DOM node of an element; of a virtual host, the first DOM node inside it. */
export function domOf(element: Element | null | undefined): HTMLElement | undefined {
  if (!element) return undefined;
  // The backend is the browser's DOM, so every backend element is a DOM node.
  if (element.$$) return element.$$ as unknown as HTMLElement;
  const root = (element as Component).getShadowRoot?.();
  let found: HTMLElement | undefined;
  root?.forEachNonVirtualComposedChild((child) => {
    const node = child.asElement();
    if (!node) return true;
    found = domOf(node);
    return found === undefined;
  });
  return found;
}

/** The nearest element that owns this DOM node, looking upwards. */
export function ownerOf(node: Node | null): Element | undefined {
  for (let current = node; current; current = current.parentNode) {
    const owner = (current as { __wxElement?: Element }).__wxElement;
    if (owner) return owner;
  }
  return undefined;
}

/** Where WeChat's coordinates begin for this node: its page's frame, not the browser's window. */
export function frameOf(node: Element | HTMLElement | undefined): HTMLElement | null {
  const dom = node instanceof Node ? node : domOf(node);
  return dom?.closest<HTMLElement>('.page-frame') ?? null;
}

/** The component as page code sees it (`this`), or undefined for plain nodes. */
export function callerOf(element: Element | null): Record<string, unknown> | undefined {
  const component = element?.asGeneralComponent();
  return component?.getMethodCaller() as Record<string, unknown> | undefined;
}
