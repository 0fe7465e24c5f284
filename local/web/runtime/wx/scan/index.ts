import { api } from '../api';
import type { WxContext } from '../context';
import { ApiFault } from '../fault';
import type { FilePicker } from '../media/file-picker';
import { decodePicture, drawScaled } from '../media/picture';
import { make, makeButton, openOverlay } from '../overlay/layer';
import { wording } from '../wording';
import { watchCamera } from './camera';
import { readPicture } from './read';

/** Longer side at which a picture is searched, px; ours: a code in a photo is found, and quickly. */
const SEARCH_SIDE_MAX = 1200;

/** What a scan found; null when it was cancelled. */
type Found = string | null;

/** `wx.scanCode`: by camera where there is one, from a picture file, or typed. */
export function createScan({ host }: WxContext, picker: FilePicker) {
  const presets: Found[] = [];
  const ask = () =>
    new Promise<Found>((resolve) => {
      const { element, close } = openOverlay(host, 'wx-dim');
      const dialog = make('div', 'wx-dialog');
      const body = make('div', 'wx-dialog-body', wording.scanHint);
      const typed = document.createElement('input');
      typed.placeholder = wording.scanTyped;
      const camera = watchCamera(body, (text) => end(text));
      const end = (found: Found) => {
        camera.stop();
        close();
        resolve(found);
      };
      const fromPicture = async () => {
        const text = await pictureText(picker);
        if (text !== undefined) end(text);
      };
      body.append(typed);
      const footer = make('footer', '');
      footer.append(
        makeButton(wording.cancel, () => end(null)),
        makeButton(wording.scanPicture, () => void fromPicture()),
        makeButton(wording.confirm, () => typed.value !== '' && end(typed.value)),
      );
      dialog.setAttribute('role', 'dialog');
      dialog.setAttribute('aria-label', wording.scanTitle);
      dialog.append(make('h2', '', wording.scanTitle), body, footer);
      element.append(dialog);
    });
  return {
    /** Test's knob: the next scan answers this at once; null is a cancelled one. */
    presetNext: (found: Found) => void presets.push(found),
    apis: {
      scanCode: api('scanCode', async () => {
        const found = presets.length > 0 ? presets.shift() : await ask();
        if (found === null || found === undefined) throw new ApiFault('cancel');
        const code = { scanType: 'QR_CODE' as const, charSet: 'utf-8', path: '' };
        return { ...code, result: found, rawData: base64Of(found) };
      }),
    },
  };
}

// A picture without a code leaves the dialog open, so that another can be tried.
async function pictureText(picker: FilePicker): Promise<string | undefined> {
  const [file] = await picker.pick({ accept: 'image/*', count: 1 }).catch(() => []);
  if (!file) return undefined;
  const picture = await decodePicture(file);
  const scale = Math.min(1, SEARCH_SIDE_MAX / Math.max(picture.width, picture.height));
  const size = { width: picture.width * scale, height: picture.height * scale };
  return readPicture(drawScaled(picture, size, '#fff'));
}

function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
