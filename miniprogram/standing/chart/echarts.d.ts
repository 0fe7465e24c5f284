/** `npm run build` makes echarts.js of echarts' own modules; see scripts/build/phone-parts.mjs. */
export { init } from 'echarts/core';
