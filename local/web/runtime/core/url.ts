/** Addresses of pages: `/pages/a/a?id=1`, relative ones, and their queries. */

export interface PageUrl {
  /** Without a leading slash. */
  route: string;
  /** Values stay encoded as they were written, as WeChat hands them to onLoad. */
  query: Record<string, string>;
  /** `/route?query`, what the address bar and later comparisons use. */
  full: string;
}

/** Parses a page's address; a relative one counts from the route it is written on. */
export function parsePageUrl(url: string, from = ''): PageUrl {
  const [path = '', ...rest] = url.split('?');
  const search = rest.join('?');
  const route = path.startsWith('/') ? path.slice(1) : joined(from, path);
  const full = `/${route}${search ? `?${search}` : ''}`;
  return { route: route.replace(/\.html$/, ''), query: parseQuery(search), full };
}

/** `a=1&b` → { a: '1', b: '' }; names are decoded, values are not. */
export function parseQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    query[decodeURIComponent(name)] = at < 0 ? '' : pair.slice(at + 1);
  }
  return query;
}

function joined(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
