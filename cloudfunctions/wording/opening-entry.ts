/** What an entry of an opening balance, and the history of an imported printing, say. */
import { sayAmount } from './points';

const units = { points: '分', yuan: '元', count: '篇' };

const sayDay = (on: string) => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

export const openingWords = {
  title: (year: string) => `${year}年期初余额`,
  derivation: (said: {
    year: string;
    through: string;
    amount: number;
    book: keyof typeof units;
    byName: string;
    note: string;
  }) => {
    const { year, through, amount, book, byName, note } = said;
    const sum = `${year}年1月1日至${sayDay(through)}合计 ${sayAmount(amount)} ${units[book]}`;
    return `期初余额：${sum}（${byName} 从表格导入${note === '' ? '' : `；${note}`}）`;
  },
  /** The history line of a printing. */
  imported: '往期采用，从表格导入',
  uncounted: '往期采用，从表格导入，只登记、不计分',
};
