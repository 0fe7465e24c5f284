// Parts of the database SDK that a function needs seldom or never. Loading all of them is what makes
// its cold start slow: so the first are loaded when they are first used, the others are left out.
import path from 'node:path';

/** Loaded on first use: errors of uploads, custom log-in, forms, proxies. */
const seldom = /^(jsonwebtoken|xml2js|form-data|https?-proxy-agent|axios)$/;
/** Data models, SQL and AI: they go to a gateway of their own, which we never call. */
const never = /^(@cloudbase\/wx-cloud-client-sdk|\.\/ai)$/;
const sdk = path.join('@cloudbase', 'node-sdk');

const later = (name) => `
let real;
const use = () => (real ??= require(${JSON.stringify(name)}));
module.exports = new Proxy(function () {}, {
  // The SDK asks for this at once, of packages that have no such mark.
  get: (_, key) => (key === '__esModule' ? false : use()[key]),
  apply: (_, self, given) => Reflect.apply(use(), self, given),
  construct: (_, given) => Reflect.construct(use(), given),
});`;

const leftOut = (name) => `
module.exports = new Proxy({}, {
  get(_, key) {
    if (key === '__esModule') return false;
    throw new Error(${JSON.stringify(`${name} is left out of this bundle`)});
  },
});`;

/** For esbuild; only what the SDK itself asks for is touched. */
export const sdkParts = {
  name: 'sdk-parts',
  setup(build) {
    const place = (namespace) => (args) =>
      args.namespace === 'file' && args.importer.includes(sdk)
        ? { path: args.path, namespace, pluginData: { resolveDir: args.resolveDir } }
        : undefined;
    const make = (contents) => (args) => ({
      contents: contents(args.path),
      resolveDir: args.pluginData.resolveDir,
    });
    build.onResolve({ filter: seldom }, place('sdk-later'));
    build.onResolve({ filter: never }, place('sdk-left-out'));
    build.onLoad({ filter: /.*/, namespace: 'sdk-later' }, make(later));
    build.onLoad({ filter: /.*/, namespace: 'sdk-left-out' }, make(leftOut));
  },
};
