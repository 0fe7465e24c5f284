import { api } from '../api';
import { ApiFault, parameterFault } from '../fault';
import type { Host } from '../../host';
import type { FileLoader } from '../files/loader';
import type { Privacy } from '../person/privacy';
import type { Settings } from '../person/settings';
import { openViewer } from './viewer';

/** How long an opened file's address stays good, ms; ours: enough for a tab to load it. */
const ADDRESS_MS = 60_000;

/** Showing and handing out pictures, videos and documents. */
export function createShow(host: Host, loader: FileLoader, privacy: Privacy, settings: Settings) {
  const saveToAlbum = async (name: string, filePath: string) => {
    await privacy.require(name);
    await settings.require('scope.writePhotosAlbum');
    await saveAs(loader, filePath);
  };
  return {
    previewImage: api('previewImage', ({ urls, current }) => {
      if (!Array.isArray(urls) || urls.length === 0)
        throw parameterFault('urls should be an array');
      const sources = urls.map((url) => ({ url, type: 'image' as const }));
      openViewer(host, sources, current === undefined ? 0 : urls.indexOf(current));
    }),
    previewMedia: api('previewMedia', ({ sources, current }) => {
      const viewed = sources.map(({ url, type }) => ({ url, type: type ?? ('image' as const) }));
      openViewer(host, viewed, current ?? 0);
    }),
    // A browser has no album: the file is downloaded.
    saveImageToPhotosAlbum: api('saveImageToPhotosAlbum', ({ filePath }) =>
      saveToAlbum('saveImageToPhotosAlbum', filePath),
    ),
    saveVideoToPhotosAlbum: api('saveVideoToPhotosAlbum', ({ filePath }) =>
      saveToAlbum('saveVideoToPhotosAlbum', filePath),
    ),
    saveFileToDisk: api('saveFileToDisk', ({ filePath }) => saveAs(loader, filePath)),
    shareFileMessage: api('shareFileMessage', ({ filePath, fileName }) =>
      saveAs(loader, filePath, fileName),
    ),
    openDocument: api('openDocument', async ({ filePath, fileType }) => {
      const file = await loader.load(filePath);
      if (/pdf/.test(file.type) || fileType === 'pdf') openTab(file);
      // No browser shows Word or Excel by itself: the file is handed to what the computer has.
      else await saveAs(loader, filePath);
    }),
  };
}

async function saveAs(loader: FileLoader, filePath: string, name?: string): Promise<void> {
  const link = document.createElement('a');
  const address = URL.createObjectURL(await loader.load(filePath));
  link.href = address;
  link.download = name ?? filePath.slice(filePath.lastIndexOf('/') + 1);
  link.click();
  forgetLater(address);
}

function openTab(file: Blob): void {
  const address = URL.createObjectURL(file);
  const tab = window.open(address, '_blank');
  forgetLater(address);
  if (!tab) throw new ApiFault('the browser blocked the new tab');
}

function forgetLater(address: string): void {
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_MS);
}
