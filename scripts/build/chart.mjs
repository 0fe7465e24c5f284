// Packs what the standing's bar chart needs of echarts into one file of the subpackage that draws it:
// npm packages of the phone would all lie in the main package, and the whole of echarts is a megabyte.
import path from 'node:path';
import { build } from 'esbuild';

const wanted = `
  import { BarChart } from 'echarts/charts';
  import { GridComponent } from 'echarts/components';
  import { init, use } from 'echarts/core';
  import { CanvasRenderer } from 'echarts/renderers';
  use([BarChart, GridComponent, CanvasRenderer]);
  export { init };
`;

export async function packChart(root) {
  await build({
    stdin: { contents: wanted, resolveDir: root, sourcefile: 'chart.js' },
    outfile: path.join(root, 'miniprogram/standing/chart/echarts.js'),
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2017',
    legalComments: 'none',
    banner: { js: '/* echarts, Apache License 2.0; made by npm run build */' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}
