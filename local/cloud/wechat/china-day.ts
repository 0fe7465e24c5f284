const CHINA_MS = 8 * 3_600_000;

/** The day in China that an epoch-ms time falls on, `YYYY-MM-DD`: WeChat's daily quotas begin there. */
export function dayInChina(atMs: number): string {
  return new Date(atMs + CHINA_MS).toISOString().slice(0, 10);
}
