/** Paths of the phone's own files, and the addresses they must not be mixed up with. */
import { fileFault } from './faults';

/** Files the mini-program names itself; `wx.env.USER_DATA_PATH`. */
export const USER_ROOT = 'wxfile://usr';
/** Files that saveFile names; they outlive a restart like user files. */
export const SAVED_PREFIX = 'wxfile://store_';
/** Files of this start only. */
export const TEMPORARY_PREFIX = 'wxfile://tmp_';

/** Is this a path of the phone's file system rather than of the package or the network? */
export function isPhonePath(path: string): boolean {
  return path.startsWith('wxfile://');
}

/** The one spelling of a path: no doubled or trailing slashes. A path with `..` is refused. */
export function tidyPath(path: string): string {
  if (typeof path !== 'string' || !isPhonePath(path)) throw fileFault.missing(String(path));
  const steps = path.slice('wxfile://'.length).split('/').filter(Boolean);
  if (steps.includes('..') || steps.includes('.')) throw fileFault.forbidden(path);
  return `wxfile://${steps.join('/')}`;
}

/** Where a mini-program may write: below USER_DATA_PATH only. */
export function writablePath(path: string): string {
  const tidied = tidyPath(path);
  if (!tidied.startsWith(`${USER_ROOT}/`)) throw fileFault.forbidden(path);
  return tidied;
}

/** `wxfile://usr/a/b` → `wxfile://usr/a`. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A fresh path of a kind, with the extension of a name or a media type. */
export function freshPath(prefix: string, extension: string): string {
  const id = crypto.randomUUID().replaceAll('-', '');
  return `${prefix}${id}${extension === '' ? '' : `.${extension}`}`;
}

/** `photo.JPG` → `jpg`; empty where there is none. */
export function extensionOf(name: string): string {
  const match = /\.([0-9A-Za-z]{1,8})$/.exec(name);
  return match?.[1]?.toLowerCase() ?? '';
}
