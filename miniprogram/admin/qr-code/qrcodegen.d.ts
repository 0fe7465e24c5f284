/** `npm run build` makes qrcodegen.js of TDesign's generator; see scripts/build/phone-parts.mjs. */

/** Rows of cells, true where one is dark; some of them may be lost and it is still read (level M). */
export declare function cellsOf(text: string): boolean[][];
