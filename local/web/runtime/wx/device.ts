import { api } from './api';
import { ApiFault } from './fault';
import type { WxContext } from './context';
import { askByDialog } from './overlay/dialog';
import { createToast } from './overlay/toast';
import { wording } from './wording';
import type { Privacy } from './person/privacy';

/** Clipboard, vibration, screen, telephone, fonts. */
export function createDevice({ host }: WxContext, privacy: Privacy) {
  const toast = createToast(host);
  // A browser lets a page read the clipboard only after asking; what was written here is known.
  let lastWritten = '';
  let wakeLock: { release(): Promise<void> } | undefined;
  return {
    setClipboardData: api('setClipboardData', async ({ data }) => {
      lastWritten = data;
      await copyText(data);
      // WeChat shows this by itself.
      await toast.show({ title: wording.copied, icon: 'none', durationMs: 1500 });
    }),
    getClipboardData: api('getClipboardData', async () => {
      await privacy.require('getClipboardData');
      return { data: await navigator.clipboard.readText().catch(() => lastWritten) };
    }),
    vibrateShort: api('vibrateShort', () => void navigator.vibrate?.(15)),
    vibrateLong: api('vibrateLong', () => void navigator.vibrate?.(400)),
    setKeepScreenOn: api('setKeepScreenOn', async ({ keepScreenOn }) => {
      await wakeLock?.release();
      wakeLock = keepScreenOn
        ? await navigator.wakeLock?.request('screen').catch(() => undefined)
        : undefined;
    }),
    makePhoneCall: api('makePhoneCall', async ({ phoneNumber }) => {
      const isConfirmed = await askByDialog(host, {
        content: wording.dial(phoneNumber),
        hasCancel: true,
      });
      if (!isConfirmed) throw new ApiFault('cancel');
    }),
    loadFontFace: api('loadFontFace', async ({ family, source, desc }) => {
      const face = new FontFace(family, source, {
        style: desc?.style,
        weight: desc?.weight,
      });
      try {
        document.fonts.add(await face.load());
      } catch {
        throw new ApiFault('load font face failed');
      }
      return { status: 'loaded' };
    }),
  };
}

/** Copies by the clipboard API, or by a selection where a page may not use it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
