import { isAhead, momentWords } from './day';

/** What the phone says when no answer came. */
export const failureText = {
  no_network: '没有网络，请联网后重试。',
  cloud_failed: '服务暂时没有回应，请稍后重试。',
  not_opened: '页面没有打开，请检查网络后再点一次。',
};

/** The action of a page that could not be read. */
export const retryWords = '重试';

/** What a page says that shows what was answered before; '' where it is of now. */
export function staleWords(keptAt: number | undefined, now: number): string {
  if (keptAt === undefined) return '';
  // Kept by a clock that was ahead: when that was nobody knows.
  const when = isAhead(keptAt, now) ? '以前' : `${momentWords(keptAt, now)} `;
  return `没有读到最新内容，显示的是${when}的`;
}
