/** The pull of `<scroll-view refresher-enabled>`. */
import { watchDrag } from '../core/drag';
import type { Tag } from './define';

/** The finger moves further than the content. */
const RESISTANCE = 0.5;

export interface Refresher {
  triggered(value: unknown): void;
  stop(): void;
}

/** Watches a scroll-view; without refresher-enabled the finger is left alone. */
export function watchRefresher(tag: Tag): Refresher {
  const dots = document.createElement('div');
  dots.className = 'refresher';
  dots.innerHTML = '<i></i><i></i><i></i>';
  let isPulling = false;
  const settle = (px: number) => {
    if (px > 0 && !dots.isConnected) tag.dom.prepend(dots);
    dots.dataset.look = tag.str('refresherDefaultStyle');
    dots.style.height = `${px}px`;
    dots.style.background = tag.str('refresherBackground');
    if (px === 0) dots.remove();
  };
  const threshold = () => tag.num('refresherThreshold');
  const triggered = (value: unknown) => {
    if (value) settle(threshold());
    else if (dots.isConnected) {
      settle(0);
      tag.fire('refresherrestore', {});
    }
  };
  const stop = watchDrag(tag.dom, {
    start: () => tag.is('refresherEnabled') && tag.is('scrollY') && tag.dom.scrollTop <= 0,
    move(drag) {
      if (drag.dy <= 0 || tag.dom.scrollTop > 0 || Math.abs(drag.dx) > drag.dy) return;
      drag.claim();
      isPulling = true;
      settle(drag.dy * RESISTANCE);
      tag.fire('refresherpulling', { dy: drag.dy * RESISTANCE });
    },
    end(drag) {
      if (!isPulling) return;
      isPulling = false;
      if (drag.dy * RESISTANCE < threshold()) {
        settle(0);
        return tag.fire('refresherabort', {});
      }
      settle(threshold());
      tag.set('refresherTriggered', true);
      tag.fire('refresherrefresh', {});
    },
  });
  if (tag.is('refresherTriggered')) settle(threshold());
  return { triggered, stop };
}
