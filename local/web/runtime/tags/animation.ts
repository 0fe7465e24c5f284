/** The `animation` attribute: what `wx.createAnimation().export()` gives, played step by step. */
import { STYLE_ANIMATION } from '../core/element';

import type { Tag } from './tag';

export interface ExportedAnimation {
  actions: {
    /** CSS that this step ends at. */
    css?: string;
    animates?: { type: string; args: unknown[] }[];
    option: {
      transformOrigin?: string;
      transition: { duration: number; timingFunction: string; delay: number };
    };
  }[];
}

/** Plays all steps, one after the other; a later export replaces what is still running. */
export function playActions(tag: Tag, animation: ExportedAnimation | null): void {
  if (!animation?.actions?.length) return;
  const steps = [...animation.actions];
  const mine = Symbol('run');
  running.set(tag, mine);
  const next = () => {
    const step = steps.shift();
    if (!step || running.get(tag) !== mine) return;
    const { duration, timingFunction, delay } = step.option.transition;
    const css = step.css ?? cssOf(step.animates ?? []);
    const origin = step.option.transformOrigin ?? '50% 50% 0';
    tag.component.setNodeStyle(
      `transition:all ${duration}ms ${timingFunction} ${delay}ms;transform-origin:${origin};${css}`,
      STYLE_ANIMATION,
    );
    setTimeout(next, duration + delay);
  };
  requestAnimationFrame(next);
}

const running = new WeakMap<Tag, symbol>();

/** WeChat's own export form: styles and transform functions with their arguments. */
function cssOf(animates: { type: string; args: unknown[] }[]): string {
  const transforms: string[] = [];
  const styles: string[] = [];
  for (const { type, args } of animates) {
    if (type === 'style') styles.push(`${dashed(String(args[0]))}:${String(args[1])}`);
    else transforms.push(`${type}(${args.map((value) => withUnit(type, value)).join(',')})`);
  }
  if (transforms.length > 0) styles.push(`transform:${transforms.join(' ')}`);
  return styles.join(';');
}

function withUnit(type: string, value: unknown): string {
  if (typeof value !== 'number') return String(value);
  if (type.startsWith('translate')) return `${value}px`;
  return /^(rotate|skew)/.test(type) ? `${value}deg` : String(value);
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
