/** Which content answers which path. */
import type { BundleFiles } from '../compile/index';
import { APP_PATH } from '../frame';
import type { Content } from './respond';

export interface Served {
  app: BundleFiles;
  stage: BundleFiles;
  /** Answered at /config.json, for the stage. */
  config: StageConfig;
}

export interface StageConfig {
  cloud: string;
  /** Other addresses that the stage shows beside the phones. */
  frames: { title: string; url: string }[];
  pages: string[];
}

/** A content and the name that tells its type. */
export interface Found {
  name: string;
  content: Content;
}

/** What a decoded path means; undefined for nothing. Only names of the bundles are ever looked up. */
export function findContent(served: Served, pathname: string): Found | undefined {
  if (pathname === '/config.json') {
    return { name: 'config.json', content: Buffer.from(JSON.stringify(served.config)) };
  }
  const isApp = pathname.startsWith(APP_PATH);
  const files = isApp ? served.app : served.stage;
  const name = pathname.slice(isApp ? APP_PATH.length : 1) || 'index.html';
  const content = files.get(name);
  return content === undefined ? undefined : { name, content };
}

/** The path of a request, decoded; undefined for one that is malformed or climbs out. */
export function requestPath(url: string): string | undefined {
  const [raw = '/'] = url.split(/[?#]/);
  let pathname: string;
  try {
    pathname = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const climbs = pathname.split(/[/\\]/).includes('..');
  return climbs || pathname.includes('\0') || !pathname.startsWith('/') ? undefined : pathname;
}
