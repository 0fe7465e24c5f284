/**
 * glass-easel never fires `ready` by itself. Every component is queued when it is attached and told after
 * the next paint, children before parents (t-upload's grid measures itself in it).
 */
import type { Component } from './element';

/** A page in a background tab gets no animation frames; it must become ready all the same. */
const PAINT_WAIT_MS_MAX = 60;

let waiting: Component[] = [];

/** Queues a component for `ready`; glass-easel attaches parents first, so the queue is told backwards. */
export function queueReady(component: Component): void {
  if (waiting.length === 0) afterPaint(flushReady);
  waiting.push(component);
}

/** Tells all that wait now; the page does so before its own onReady. */
export function flushReady(): void {
  const told = waiting;
  waiting = [];
  for (const component of told.reverse()) component.triggerLifetime('ready', []);
}

/** Runs once after the next animation frame, or soon after if there is none. */
export function afterPaint(run: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    run();
  };
  requestAnimationFrame(once);
  setTimeout(once, PAINT_WAIT_MS_MAX);
}
