/** Tells the runtime whose script runs, so that `Component({…})` knows which component it defines. */

/**
 * The script with its announcement in front, on its first line so that line numbers hold.
 *
 * An ES module's imports run before its body, so the announcement holds when the body runs. A CommonJS
 * module's `require` runs in the middle of it and may enter other modules; there `Component` and `Page`
 * announce again when they are called.
 */
export function enterModule(virtual: string, script: string): string {
  const enter = `globalThis.__enterModule(${JSON.stringify(virtual)})`;
  if (!isCommonJs(script)) return `${enter};${script}`;
  const again = (name: string): string => `${name}=(d)=>(${enter},globalThis.${name}(d))`;
  return `${enter};var ${again('Component')},${again('Page')};${script}`;
}

function isCommonJs(script: string): boolean {
  return /\brequire\s*\(/.test(script) && !/(?:^|[;\n])\s*(?:import|export)\b/.test(script);
}
