/** The document's text size: WeChat's rem, and the system's text scale for pages that follow it. */

/** A rem is a twentieth of the window's width, 37.5 rpx. Source: WXSS documentation. */
const DEFAULT_ROOT_FONT_SIZE = 'calc(var(--rpx) * 37.5)';
/** The system's standard text size in CSS pixels. */
export const SYSTEM_FONT_PX = 16;

export interface TextSize {
  scale(): number;
  setScale(scale: number): void;
  /** Applies a page's root font size; `system` follows the system's text scale. */
  apply(rootFontSize: string): void;
}

/** Starts with `?fontScale=` of the frame's address. */
export function createTextSize(): TextSize {
  const asked = Number(new URLSearchParams(location.search).get('fontScale') ?? '1');
  let scale = Number.isFinite(asked) && asked > 0 ? asked : 1;
  const keep = () => {
    document.documentElement.style.setProperty('--system-font', `${SYSTEM_FONT_PX * scale}px`);
  };
  keep();
  return {
    scale: () => scale,
    setScale(next) {
      scale = next;
      keep();
    },
    apply(rootFontSize) {
      const size = rootFontSize === 'system' ? 'var(--system-font)' : rootFontSize;
      document.documentElement.style.fontSize = size || DEFAULT_ROOT_FONT_SIZE;
    },
  };
}
