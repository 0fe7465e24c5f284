const inChina = { timeZone: 'Asia/Shanghai' } as const;
const moment = new Intl.DateTimeFormat('zh-CN', {
  ...inChina,
  ...{ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
});
const day = new Intl.DateTimeFormat('zh-CN', { ...inChina, dateStyle: 'long' });

/** A moment as the desk reads it, in China's time. */
export function momentWords(at: number | string): string {
  return moment.format(new Date(at));
}

/** A day in full. */
export function dayWords(at: number | string): string {
  return day.format(new Date(at));
}
