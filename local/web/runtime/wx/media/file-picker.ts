import { ApiFault } from '../fault';

export interface Picking {
  /** As of `<input accept>`; empty takes all. */
  accept: string;
  count: number;
  /** Prefers a camera where the browser has one. */
  capture?: 'user' | 'environment';
}

export interface FilePicker {
  /** Resolves to at most `count` files; rejects with WeChat's "cancel". */
  pick(picking: Picking): Promise<File[]>;
  /** Test's knob: the next picking takes these without a chooser; null is a cancelled chooser. */
  presetNext(files: File[] | null): void;
}

/** The browser's own file chooser. */
export function createFilePicker(): FilePicker {
  const presets: (File[] | null)[] = [];
  return {
    presetNext: (files) => void presets.push(files),
    pick: async (picking) => {
      const files = presets.length > 0 ? presets.shift() : await choose(picking);
      if (!files || files.length === 0) throw new ApiFault('cancel');
      return files.slice(0, picking.count);
    },
  };
}

function choose({ accept, count, capture }: Picking): Promise<File[] | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = count > 1;
  if (capture) input.setAttribute('capture', capture);
  input.hidden = true;
  // Some browsers forget a chooser whose input is not in the document.
  document.body.append(input);
  return new Promise<File[] | null>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  }).finally(() => input.remove());
}
