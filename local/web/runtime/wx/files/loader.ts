/** Reads whatever a `wx` API accepts as a source: phone files, package files, network and data addresses. */
import type { Host } from '../../host';
import { ApiFault } from '../fault';
import type { Line } from '../network/line';
import type { Drive } from './drive';
import { fromBytes, type Encoding } from './encoding';
import { fileFault } from './faults';
import { isPhonePath, tidyPath } from './paths';

export interface FileLoader {
  /** Bytes with their media type; rejects with the documented fault. */
  load(path: string): Promise<Blob>;
  read(
    path: string,
    encoding?: Encoding,
    range?: { position?: number; length?: number },
  ): Promise<string | ArrayBuffer>;
  /** Rejects unless something is there. */
  require(path: string): Promise<void>;
  /** An address that the browser loads by itself; undefined for what is no phone file. */
  addressOf(path: string): string | Promise<string> | undefined;
}

/** Reads through a drive, and over the line what lies on the network. */
export function createFileLoader(drive: Drive, line: Line, host: Host): FileLoader {
  const addresses = new WeakMap<Uint8Array, string>();
  const addressNow = (path: string) => {
    const bytes = drive.find(tidyPath(path))?.bytes;
    // The browser fails to load the path itself, which fires the tag's error event as in WeChat.
    if (!bytes) return path;
    const known = addresses.get(bytes);
    if (known) return known;
    const address = URL.createObjectURL(blobOf(bytes));
    addresses.set(bytes, address);
    return address;
  };
  const load = async (path: string): Promise<Blob> => {
    await drive.ready;
    if (isPhonePath(path)) return blobOf(drive.bytesOf(tidyPath(path)));
    if (/^(data|blob):/.test(path)) return (await fetch(path)).blob();
    if (/^https?:/.test(path)) return line.carry((cut) => fetched(path, path, cut));
    return fetched(await host.resolveSource(path), path);
  };
  const read: FileLoader['read'] = async (path, encoding, { position = 0, length } = {}) => {
    const blob = await load(path);
    if (position < 0 || position > blob.size) throw fileFault.badPosition();
    if (length !== undefined && position + length > blob.size) throw fileFault.badLength();
    const part = blob.slice(position, length === undefined ? blob.size : position + length);
    return fromBytes(new Uint8Array(await part.arrayBuffer()), encoding);
  };
  return {
    load,
    read,
    require: async (path) => {
      await drive.ready;
      if (isPhonePath(path)) {
        if (!drive.find(tidyPath(path))) throw fileFault.missing(path);
      } else await load(path);
    },
    addressOf: (path) => {
      if (!isPhonePath(path)) return undefined;
      return drive.isReady() ? addressNow(path) : drive.ready.then(() => addressNow(path));
    },
  };
}

async function fetched(address: string, path = address, cut?: AbortSignal): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(address, { signal: cut });
  } catch {
    throw new ApiFault(`download image fail. ${path}`);
  }
  if (!response.ok) throw fileFault.missing(path);
  return response.blob();
}

/** A blob whose type is told by its first bytes, since a file's name may say anything. */
export function blobOf(bytes: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([bytes], { type: mediaTypeOf(bytes) });
}

const SIGNATURES: [type: string, offset: number, text: string][] = [
  ['image/png', 1, 'PNG'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/svg+xml', 0, '<svg'],
  ['image/bmp', 0, 'BM'],
  ['application/pdf', 0, '%PDF'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1aE\xdf\xa3'],
];

function mediaTypeOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const found = SIGNATURES.find(([, offset, text]) => head.startsWith(text, offset));
  return found?.[0] ?? 'application/octet-stream';
}
