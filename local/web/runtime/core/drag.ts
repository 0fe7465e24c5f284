/** One finger (or the mouse with its button down) moving: the base of every home-made gesture. */

export interface Drag {
  /** From where the finger came down, in CSS pixels. */
  dx: number;
  dy: number;
  x: number;
  y: number;
  /** Pixels per millisecond over the last moves. */
  vx: number;
  vy: number;
  /** Keeps the browser from scrolling; also tells that this gesture is ours. */
  claim(): void;
}

export interface DragHandlers {
  /** Answers false to leave this touch alone. */
  start?(x: number, y: number, target: EventTarget | null): boolean | void;
  move?(drag: Drag): void;
  end?(drag: Drag): void;
}

interface Trace {
  x: number;
  y: number;
  at: number;
}

/** Speed is taken over the moves of this last stretch. */
const SPEED_WINDOW_MS = 100;

/** Watches drags that begin on `dom`; answers what stops watching. */
export function watchDrag(dom: HTMLElement, handlers: DragHandlers): () => void {
  let traces: Trace[] = [];
  let isDown = false;
  const abort = new AbortController();
  const options = { signal: abort.signal, passive: false };

  const begin = (x: number, y: number, event: Event) => {
    isDown = handlers.start?.(x, y, event.target) !== false;
    traces = [{ x, y, at: event.timeStamp }];
  };
  const step = (x: number, y: number, event: Event) => {
    if (!isDown) return;
    traces.push({ x, y, at: event.timeStamp });
    handlers.move?.(dragOf(traces, event));
  };
  const finish = (event: Event) => {
    if (!isDown) return;
    isDown = false;
    handlers.end?.(dragOf(traces, event));
  };

  dom.addEventListener('touchstart', (event) => withTouch(event, begin), options);
  dom.addEventListener('touchmove', (event) => withTouch(event, step), options);
  dom.addEventListener('touchend', finish, options);
  dom.addEventListener('touchcancel', finish, options);
  dom.addEventListener('mousedown', (event) => begin(event.clientX, event.clientY, event), options);
  // The mouse may leave the node while its button is down.
  document.addEventListener('mousemove', (e) => step(e.clientX, e.clientY, e), options);
  document.addEventListener('mouseup', finish, options);
  return () => abort.abort();
}

function withTouch(event: TouchEvent, use: (x: number, y: number, event: Event) => void): void {
  const touch = event.touches[0];
  if (touch) use(touch.clientX, touch.clientY, event);
}

function dragOf(traces: Trace[], event: Event): Drag {
  // There is always a first trace: it is put down when the drag begins.
  const first = traces[0]!;
  const last = traces[traces.length - 1]!;
  const recent = traces.find((trace) => event.timeStamp - trace.at <= SPEED_WINDOW_MS) ?? last;
  const ms = Math.max(1, event.timeStamp - recent.at);
  return {
    dx: last.x - first.x,
    dy: last.y - first.y,
    x: last.x,
    y: last.y,
    vx: (last.x - recent.x) / ms,
    vy: (last.y - recent.y) / ms,
    claim: () => {
      if (event.cancelable) event.preventDefault();
    },
  };
}
