/** The address of a phone frame: who holds the phone, which cloud it talks to, how it looks. */

/** Folder of the mini-program's document on the pages server. */
export const APP_PATH = '/app/';

export interface FrameAddress {
  /** Names the frame's own storage; the same name finds the same storage after a reload. */
  frame: string;
  /** Absent for a visitor whom the cloud does not know. */
  openid?: string;
  /** Base address of the cloud, e.g. `http://127.0.0.1:4300`. */
  cloud: string;
  dark: boolean;
  /** 1 is WeChat's standard text size. */
  fontScale: number;
}

/** Writes `<base>/app/?frame=…&openid=…&cloud=…&dark=0&fontScale=1#<page>`; page as `/pages/x/x?id=1`. */
export function frameUrl(base: string, address: Partial<FrameAddress>, page = ''): string {
  const query = new URLSearchParams();
  if (address.frame !== undefined) query.set('frame', address.frame);
  if (address.openid !== undefined) query.set('openid', address.openid);
  if (address.cloud !== undefined) query.set('cloud', address.cloud);
  query.set('dark', address.dark ? '1' : '0');
  query.set('fontScale', String(address.fontScale ?? 1));
  return `${base}${APP_PATH}?${query.toString()}${page === '' ? '' : `#${page}`}`;
}

/**
 * Reads the query of a frame's address. What is missing: frame `phone`, no openid, the server's own
 * cloud (`<html data-cloud>`), light, standard text.
 */
export function readFrame(search: string, defaultCloud: string): FrameAddress {
  const query = new URLSearchParams(search);
  const scale = Number(query.get('fontScale') ?? '1');
  const address: FrameAddress = {
    frame: query.get('frame') ?? 'phone',
    cloud: query.get('cloud') ?? defaultCloud,
    dark: query.get('dark') === '1',
    fontScale: Number.isFinite(scale) && scale > 0 ? scale : 1,
  };
  const openid = query.get('openid');
  return openid === null || openid === '' ? address : { ...address, openid };
}
