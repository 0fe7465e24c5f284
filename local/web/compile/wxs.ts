/**
 * WXS made to run as plain JavaScript.
 *
 * The runtime offers as globals: `__wxsCtor(value)`, `__wxsMark(exports)`, `getRegExp`,
 * `getDate`, and for the generated templates `__wxsChange`, `__wxsEvent`.
 */

/** What the generated templates call for `change:` listeners and for event listeners. */
export const WXS_HOOKS = 'Q.A=globalThis.__wxsChange;Q.C=globalThis.__wxsEvent;';

/**
 * The source with WXS's own rules kept: `x.constructor` is a name such as 'Array' there, not a
 * function, and `require` names carry `.wxs`, which the template group knows without it. Exports are
 * marked, for event listeners from WXS are called otherwise than a component's methods.
 */
export function adaptWxs(source: string): string {
  const adapted = source
    .replace(/([A-Za-z_$][\w$]*(?:\.[\w$]+|\[[^\]]*\])*)\.constructor\b/g, '__wxsCtor($1)')
    .replace(/(require\(\s*['"][^'"]+?)\.wxs(['"])/g, '$1$2');
  return `${adapted}\n;globalThis.__wxsMark(module.exports);`;
}

/** References of `require` as written. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].flatMap((m) => m[1] ?? []);
}

const GENERATED_GUARD =
  /var P\s*=\s*function\s*\(a\)\s*\{\s*return typeof a\s*===\s*'function'\s*\?\s*a\s*:\s*\(\)\s*=>\s*\{\s*\}\s*\}/;

const SAFE_GUARD =
  "var P=function(a){return typeof a==='function'?function(){" +
  "try{return a.apply(this,arguments)}catch(e){console.error('[wxs]',e)}}:()=>{}}";

/**
 * The generated code calls WXS functions unguarded, so that one that throws would stop the whole page.
 * WeChat logs the error and goes on; so does this.
 */
export function guardWxsCalls(generated: string): string {
  return generated.replace(GENERATED_GUARD, SAFE_GUARD);
}
