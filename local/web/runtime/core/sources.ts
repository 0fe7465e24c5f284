/** Paths that pages write (`/assets/a.png`, `wxfile://…`) as addresses the browser can load. */

type Resolver = (path: string) => string | Promise<string> | undefined;

let ofWx: Resolver = () => undefined;

/** `wx` knows its own files; it answers undefined for paths that are not its own. */
export function setSourceResolver(resolve: Resolver): void {
  ofWx = resolve;
}

/** The address of a path; a promise only for `wx`'s own files. Page-relative paths are not supported by WeChat's `src` in data either. */
export function resolveSource(path: string): string | Promise<string> {
  return ofWx(path) ?? packageSource(path);
}

/** Files of the package are served beside the document. */
export function packageSource(path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? `.${path}` : path;
}
