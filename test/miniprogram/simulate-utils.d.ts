/** The package's inside that reads every json: the only place to tell it where npm packages lie. */
declare module 'miniprogram-simulate/src/utils' {
  const utils: {
    readJson(file: string): { usingComponents?: Record<string, string> } | null;
  };
  export default utils;
}
