import type { NetworkMode } from '../../bundle';
import type { Drive } from './files/drive';
import { base64ToBytes } from './files/encoding';
import type { FilePicker } from './media/file-picker';
import type { Line } from './network/line';
import type { Privacy, PrivacyState } from './person/privacy';
import type { Settings } from './person/settings';
import type { StorageArea } from './storage/store';
import type { UpdateEnd } from './update';

/** A file for the next picking, as a test can write it down. */
export interface PickedFile {
  name: string;
  /** Media type, e.g. `image/jpeg`. */
  type: string;
  base64: string;
}

/** What tests and demos turn, at `globalThis.__web.wx`. */
export interface Knobs {
  network(mode: NetworkMode): void;
  /** Bytes that files may take in all; undefined is WeChat's 200 MB again. */
  fileQuota(bytes?: number): void;
  /** Bytes that key-value storage may take; undefined is WeChat's 10 MB again. */
  storageQuota(bytes?: number): void;
  /** The next file chooser answers these at once; null is a cancelled one. */
  pickNext(files: PickedFile[] | null): void;
  /** The next scan answers this at once; null is a cancelled one. */
  scanNext(text: string | null): void;
  /** `unasked` revokes the consent, as an expired one or a changed guideline does. */
  privacy(state: PrivacyState): void;
  /** Answer of a permission, e.g. `scope.userLocation`; null asks again. */
  permission(scope: string, isGranted: boolean | null): void;
  /** Forgets the kept choices of subscription messages. */
  forgetSubscriptions(): void;
  /** Forwards the current page as from WeChat's menu; resolves to the copied link. */
  share(): Promise<string>;
  /** A new version was loaded, or could not be. */
  update(how: UpdateEnd): void;
  /** Resolves when files and storage of earlier starts are loaded. */
  ready: Promise<void>;
}

interface KnobParts {
  line: Line;
  drive: Drive;
  area: StorageArea;
  picker: FilePicker;
  privacy: Privacy;
  settings: Settings;
  presetScan(text: string | null): void;
  forgetSubscriptions(): void;
  shareFromMenu(): Promise<string>;
  endUpdate(how: UpdateEnd): void;
}

/** The knobs of one frame. */
export function createKnobs(parts: KnobParts): Knobs {
  const { line, drive, area, picker, privacy, settings } = parts;
  return {
    network: line.setMode,
    fileQuota: drive.limit,
    storageQuota: area.limit,
    pickNext: (files) => picker.presetNext(files && files.map(toFile)),
    scanNext: parts.presetScan,
    privacy: privacy.setState,
    permission: settings.answer,
    forgetSubscriptions: parts.forgetSubscriptions,
    share: parts.shareFromMenu,
    update: parts.endUpdate,
    // A browser without IndexedDB still shows the pages; whatever needs a file then fails by itself.
    ready: Promise.all([drive.ready, area.ready]).then(() => undefined, reportError),
  };
}

function toFile({ name, type, base64 }: PickedFile): File {
  return new File([base64ToBytes(base64)], name, { type });
}
