/** WeChat's IntersectionObserver; the viewport is the page's frame, not the browser's window. */
import { domOf, elementOf, frameOf, type Component } from './element';

interface Margins {
  left?: number;
  top?: number;
  right?: number;
  bottom?: number;
}

interface ObserverOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Listener = (status: Record<string, unknown>) => void;

/** An observer of nodes inside the component that `page` answers (or of the component given). */
export function createIntersectionObserver(
  component: () => unknown,
  options: ObserverOptions = {},
) {
  let relative: string | null = null;
  let margins: Margins = {};
  const observers: IntersectionObserver[] = [];
  const api = {
    relativeTo(selector: string, around: Margins = {}) {
      relative = selector;
      margins = around;
      return api;
    },
    relativeToViewport(around: Margins = {}) {
      relative = null;
      margins = around;
      return api;
    },
    observe(selector: string, listener: Listener) {
      const shadow = (elementOf(component()) as Component | undefined)?.getShadowRoot?.();
      const all = shadow?.querySelectorAll(selector) ?? [];
      const root = relative === null ? null : (shadow?.querySelector(relative) ?? null);
      for (const target of options.observeAll ? all : all.slice(0, 1)) {
        const dom = domOf(target);
        if (!dom) continue;
        const observer = new IntersectionObserver(
          heard(listener, target, options.initialRatio ?? 0),
          {
            root: root ? domOf(root) : frameOf(dom),
            rootMargin: marginText(margins),
            threshold: options.thresholds ?? [0],
          },
        );
        observer.observe(dom);
        observers.push(observer);
      }
    },
    disconnect() {
      for (const observer of observers.splice(0)) observer.disconnect();
    },
  };
  return api;
}

/** The first report is dropped while it tells nothing new: WeChat starts from `initialRatio`. */
function heard(listener: Listener, target: { id: string; dataset: unknown }, initial: number) {
  let isFirst = true;
  return (entries: IntersectionObserverEntry[]) => {
    for (const entry of entries) {
      const isNews = !isFirst || entry.intersectionRatio !== initial || entry.isIntersecting;
      isFirst = false;
      if (isNews) listener(statusOf(entry, target));
    }
  };
}

function statusOf(entry: IntersectionObserverEntry, target: { id: string; dataset: unknown }) {
  const corner = frameOf(entry.target as HTMLElement)?.getBoundingClientRect();
  const moved = (rect: DOMRectReadOnly | null) => {
    const left = (rect?.left ?? 0) - (corner?.left ?? 0);
    const top = (rect?.top ?? 0) - (corner?.top ?? 0);
    const { width = 0, height = 0 } = rect ?? {};
    return { left, top, right: left + width, bottom: top + height, width, height };
  };
  return {
    id: target.id,
    dataset: target.dataset,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: moved(entry.intersectionRect),
    boundingClientRect: moved(entry.boundingClientRect),
    relativeRect: moved(entry.rootBounds),
    time: Date.now(),
  };
}

function marginText({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string {
  return `${top}px ${right}px ${bottom}px ${left}px`;
}
