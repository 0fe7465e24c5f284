/** Pictures and videos over the whole frame: swipe for the next, tap to close. */
import type { Host } from '../../host';
import { GHOST_CLICK_MS, make, makeButton, openOverlay } from '../overlay/layer';
import { wording } from '../wording';

export interface Viewed {
  url: string;
  type: 'image' | 'video';
}

/** A drag this long goes to the neighbour, px; a shorter one is a tap. */
const SWIPE_PX = 40;

/** Opens the viewer at a position; it stays until it is closed by the person. */
export function openViewer(host: Host, sources: Viewed[], start: number): void {
  const { element, close } = openOverlay(host, 'wx-viewer');
  const openedAt = performance.now();
  const stage = make('div', '');
  const count = make('div', 'wx-viewer-count');
  element.setAttribute('role', 'dialog');
  let position = Math.max(0, start);
  const show = async () => {
    const source = sources[position];
    if (!source) return;
    count.textContent = sources.length > 1 ? `${position + 1} / ${sources.length}` : '';
    const shown = document.createElement(source.type === 'video' ? 'video' : 'img');
    if (shown instanceof HTMLVideoElement) shown.controls = true;
    stage.replaceChildren(shown);
    shown.src = await host.resolveSource(source.url);
  };
  const end = () => {
    document.removeEventListener('keydown', onKey, true);
    close();
  };
  const move = (step: number) => {
    const next = position + step;
    if (next < 0 || next >= sources.length) return;
    position = next;
    void show();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
    if (event.key === 'ArrowLeft') move(-1);
    if (event.key === 'ArrowRight') move(1);
  };
  document.addEventListener('keydown', onKey, true);
  onDrag(stage, (dx) => {
    if (dx <= -SWIPE_PX) move(1);
    else if (dx >= SWIPE_PX) move(-1);
    else if (performance.now() - openedAt > GHOST_CLICK_MS && !isVideo(sources[position])) end();
  });
  const button = makeButton('✕', end);
  button.setAttribute('aria-label', wording.close);
  element.append(stage, count, button);
  void show();
}

function isVideo(source: Viewed | undefined): boolean {
  return source?.type === 'video';
}

function onDrag(element: HTMLElement, listener: (dx: number) => void): void {
  let startX: number | undefined;
  element.addEventListener('pointerdown', (event) => {
    startX = event.clientX;
  });
  element.addEventListener('pointerup', (event) => {
    if (startX !== undefined) listener(event.clientX - startX);
    startX = undefined;
  });
}
