import type { Host } from '../../host';
import { make, openOverlay, type Overlay } from './layer';

export interface ToastText {
  title: string;
  icon: 'success' | 'error' | 'loading' | 'none';
  /** A picture in the icon's place. */
  image?: string;
  /** Keeps touches from the page. */
  mask?: boolean;
  /** Infinity stays until hidden. */
  durationMs: number;
}

export interface Toast {
  show(text: ToastText): Promise<void>;
  hide(): void;
}

/** The one toast of a frame: a new one takes the place of the one before. */
export function createToast(host: Host): Toast {
  let current: Overlay | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    current?.close();
    current = undefined;
  };
  const show = async ({ title, icon, image, mask, durationMs }: ToastText) => {
    hide();
    const overlay = openOverlay(host, mask ? '' : 'is-clear');
    current = overlay;
    const toast = make('div', 'wx-toast');
    toast.setAttribute('role', 'status');
    toast.classList.toggle('is-plain', icon === 'none' && !image);
    const sign = image ? await picture(host, image) : signOf(icon);
    if (sign) toast.append(sign);
    toast.append(make('span', '', title));
    overlay.element.append(toast);
    if (Number.isFinite(durationMs) && current === overlay) timer = setTimeout(hide, durationMs);
  };
  return { show, hide };
}

function signOf(icon: ToastText['icon']): HTMLElement | undefined {
  if (icon === 'none') return undefined;
  const sign = make('span', 'wx-toast-icon', { success: '✓', error: '!', loading: '' }[icon]);
  if (icon === 'loading') sign.append(make('span', 'wx-spin'));
  return sign;
}

async function picture(host: Host, path: string): Promise<HTMLElement> {
  const sign = make('span', 'wx-toast-icon');
  const image = document.createElement('img');
  image.src = await host.resolveSource(path);
  sign.append(image);
  return sign;
}
