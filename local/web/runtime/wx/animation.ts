type Animation = WechatMiniprogram.Animation;
type StepOption = WechatMiniprogram.StepOption;

/** A transform with its arguments, or `style` with a property and its value. */
interface Animate {
  type: string;
  args: (string | number)[];
}

/** One step as WeChat exports it and a tag's `animation` attribute takes it. */
interface AnimationStep {
  animates: Animate[];
  option: {
    transformOrigin: string;
    transition: { duration: number; timingFunction: string; delay: number };
  };
}

const TRANSFORMS = [
  'matrix',
  'matrix3d',
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
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
];
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom'];

/** `wx.createAnimation`: collects steps until `export`, which hands them over and begins anew. */
export function createAnimation(defaults: StepOption = {}): Animation {
  let steps: AnimationStep[] = [];
  let current = new Map<string, Animate>();
  const chain: Record<string, unknown> = {
    step: (option: StepOption = {}) => {
      const { duration, timingFunction, delay, transformOrigin } = { ...defaults, ...option };
      const transition = {
        duration: duration ?? 400,
        timingFunction: timingFunction ?? 'linear',
        delay: delay ?? 0,
      };
      const origin = transformOrigin ?? '50% 50% 0';
      steps.push({
        animates: [...current.values()],
        option: { transformOrigin: origin, transition },
      });
      return chain;
    },
    export: () => {
      const actions = steps;
      steps = [];
      current = new Map();
      return { actions };
    },
  };
  // A later call of the same kind replaces the earlier; the rest stay as they are.
  const set = (name: string, animate: Animate) => {
    current.set(name, animate);
    return chain;
  };
  for (const name of TRANSFORMS) {
    chain[name] = (...args: (string | number)[]) => set(name, { type: name, args });
  }
  for (const name of STYLES) {
    chain[name] = (value: string | number) =>
      set(name, { type: 'style', args: [name, withUnit(name, value)] });
  }
  // Every documented method was put there by name just above.
  return chain as unknown as Animation;
}

// Lengths given as numbers are px; so documented.
function withUnit(name: string, value: string | number): string | number {
  return typeof value === 'number' && name !== 'opacity' ? `${value}px` : value;
}
