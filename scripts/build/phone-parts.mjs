// Packs what single subpackages need of npm packages into a file beside what uses it: npm packages of
// the phone would all lie in the main package, and whether WeChat finds a second folder of them inside
// a subpackage is not documented. A part is an ordinary file, which every compiler takes.
import path from 'node:path';
import { build } from 'esbuild';

// The whole of echarts is a megabyte.
const chart = {
  file: 'standing/chart/echarts.js',
  banner: 'echarts, Apache License 2.0; made by npm run build',
  wanted: `
    import { BarChart } from 'echarts/charts';
    import { GridComponent } from 'echarts/components';
    import { init, use } from 'echarts/core';
    import { CanvasRenderer } from 'echarts/renderers';
    use([BarChart, GridComponent, CanvasRenderer]);
    export { init };
  `,
};

// What TDesign's component draws by; the component itself would bring 38 KB for one page.
const qrCode = {
  file: 'admin/qr-code/qrcodegen.js',
  banner: "TDesign's QR Code generator, MIT License; made by npm run build",
  wanted: `
    import { Ecc, QrCode } from 'tdesign-miniprogram/miniprogram_dist/common/shared/qrcode/qrcodegen';
    export const cellsOf = (text) => QrCode.encodeText(text, Ecc.MEDIUM).getModules();
  `,
};

/** Writes every part anew. */
export async function packPhoneParts(root) {
  await Promise.all([chart, qrCode].map((part) => packPart(root, part)));
}

async function packPart(root, { file, banner, wanted }) {
  await build({
    stdin: { contents: wanted, resolveDir: root, sourcefile: path.basename(file) },
    outfile: path.join(root, 'miniprogram', file),
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2017',
    legalComments: 'none',
    banner: { js: `/* ${banner} */` },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}
