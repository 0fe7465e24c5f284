/** The browser's own node inside a built-in tag. */
import type { Tag } from './define';

/** Names that a tag fires itself, with WeChat's detail: the inner node's own must not get out. */
const KEPT_IN = ['input', 'change', 'focus', 'blur', 'scroll', 'load', 'error', 'submit', 'reset'];

/** Appends a node of the browser to a tag. */
export function innerNode<K extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: K,
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const event of KEPT_IN)
    node.addEventListener(event, (happening) => happening.stopPropagation());
  tag.dom.append(node);
  return node;
}

/** Runs for the value of a promise or at once; a later call makes an earlier, slower one void. */
export function latest<T>(): (value: T | Promise<T>, use: (value: T) => void) => void {
  let turn = 0;
  return (value, use) => {
    const mine = ++turn;
    if (!(value instanceof Promise)) return use(value);
    void value.then((settled) => {
      if (mine === turn) use(settled);
    });
  };
}

/** Class names as the component that writes this tag sees them: with its style scope's prefix. */
export function scopedClass(tag: Tag, names: string): string {
  const host = tag.component.ownerShadowRoot?.getHostNode();
  const options = host?.getComponentOptions();
  const scopes = [options?.styleScope, options?.extraStyleScope];
  const manager = host?.getRootBehavior().ownerSpace.styleScopeManager;
  return names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => [
      name,
      ...scopes.map((scope) => {
        const prefix =
          scope === undefined || scope === null ? undefined : manager?.queryName(scope);
        return prefix ? `${prefix}--${name}` : '';
      }),
    ])
    .filter(Boolean)
    .join(' ');
}
