import { ignoreGhostClick } from '../../core/ghost-click';
import type { Host } from '../../host';
import { OVERLAY_CSS } from './sheet-style';

/** Something shown above the pages. */
export interface Overlay {
  readonly element: HTMLElement;
  close(): void;
}

/**
 * Clicks on a mask are ignored for this long: the browser makes a click of the very touch that opened it,
 * and that click would close it again.
 */
export const GHOST_CLICK_MS = 350;

/** Shows an empty overlay over the whole frame; `className` says dim, clear or viewer. */
export function openOverlay(host: Host, className: string): Overlay {
  addStyleOnce();
  const element = make('div', `wx-layer ${className}`);
  element.classList.toggle('wx-dark', host.theme() === 'dark');
  // The layer itself may let touches through to the page; what lies in it takes them.
  if (!className.includes('is-clear')) element.style.pointerEvents = 'auto';
  ignoreGhostClick(element);
  host.layer.appendChild(element);
  return { element, close: () => element.remove() };
}

/** An element with a class and, optionally, text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A button that answers taps and keys. */
export function makeButton(text: string, onClick: () => void, className = ''): HTMLButtonElement {
  const button = make('button', className, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

/** Calls back on a click on the element itself, not on what lies in it, and on no ghost click. */
export function onMaskClick(element: HTMLElement, listener: () => void): void {
  const openedAt = performance.now();
  element.addEventListener('click', (event) => {
    if (event.target !== element || performance.now() - openedAt < GHOST_CLICK_MS) return;
    listener();
  });
}

function addStyleOnce(): void {
  if (document.getElementById('wx-overlay-style')) return;
  const style = document.createElement('style');
  style.id = 'wx-overlay-style';
  style.textContent = OVERLAY_CSS;
  document.head.appendChild(style);
}
