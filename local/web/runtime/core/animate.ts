/** `this.animate` and `this.clearAnimation`: WeChat's key frames played by the Web Animations API. */
import { domOf, elementOf, type Component } from './element';

type KeyFrame = Record<string, unknown> & { offset?: number; ease?: string };

/** As `this.animate` is called: selector, key frames, ms, and what is done after (or a scroll timeline). */
type AnimateArguments = [
  selector: string,
  frames: KeyFrame[],
  duration: number,
  done?: (() => void) | { scrollSource?: string },
];

/** Functions that WeChat writes as properties of a key frame, in the order it applies them. */
const TRANSFORMS = [
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
  'rotate',
  'rotate3d',
  'rotateX',
  'rotateY',
  'rotateZ',
  'scale',
  'scale3d',
  'scaleX',
  'scaleY',
  'scaleZ',
  'skew',
  'skewX',
  'skewY',
  'matrix',
  'matrix3d',
];

const running = new WeakMap<HTMLElement, Animation[]>();

/** Plays key frames on all nodes that match; duration in ms; the last frame stays until cleared. */
export function animate(this: unknown, ...asked: AnimateArguments): void {
  const [selector, frames, duration, done] = asked;
  if (typeof done === 'object') {
    throw new Error('this.animate with a scroll timeline is not implemented in the browser');
  }
  const played = nodes(this, selector).map((dom) => {
    const animation = dom.animate(frames.map(webFrame), { duration, fill: 'forwards' });
    running.set(dom, [...(running.get(dom) ?? []), animation]);
    return animation.finished;
  });
  void Promise.allSettled(played).then(() => done?.());
}

/** Ends animations and drops what they left; without options everything is dropped. */
export function clearAnimation(
  this: unknown,
  selector: string,
  options?: Record<string, boolean> | (() => void),
  done?: () => void,
): void {
  for (const dom of nodes(this, selector)) {
    for (const animation of running.get(dom) ?? []) animation.cancel();
    running.delete(dom);
  }
  if (typeof options === 'function') options();
  else done?.();
}

function nodes(caller: unknown, selector: string): HTMLElement[] {
  const shadow = (elementOf(caller) as Component | undefined)?.getShadowRoot?.();
  const found = shadow?.querySelectorAll(selector) ?? [];
  return found.map(domOf).filter((dom) => dom !== undefined);
}

function webFrame(frame: KeyFrame): Keyframe {
  const { offset, ease, ...rest } = frame;
  const web: Keyframe = {};
  if (offset !== undefined) web.offset = offset;
  if (ease) web.easing = ease;
  const transforms = TRANSFORMS.filter((name) => rest[name] !== undefined).map(
    (name) => `${name}(${argument(name, rest[name])})`,
  );
  if (transforms.length > 0) web.transform = transforms.join(' ');
  for (const [name, value] of Object.entries(rest)) {
    if (!TRANSFORMS.includes(name)) web[name] = value as string | number;
  }
  return web;
}

function argument(name: string, value: unknown): string {
  const unit = name.startsWith('translate') ? 'px' : /^(rotate|skew)/.test(name) ? 'deg' : '';
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => (typeof one === 'number' ? `${one}${unit}` : String(one))).join(', ');
}
