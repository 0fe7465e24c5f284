/** `npm run build` makes echarts.js of echarts' own modules; see scripts/build/chart.mjs. */
export { init } from 'echarts/core';
