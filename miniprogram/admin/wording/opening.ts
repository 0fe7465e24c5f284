/** Words of the page for starting in mid-year. */
import { pointsWords } from '../../text/standing';

type Book = 'points' | 'yuan' | 'count';

const bookName: Record<Book, string> = { points: '积分', yuan: '稿酬', count: '篇数' };
const bookUnit: Record<Book, string> = { points: '分', yuan: '元', count: '篇' };

export const openingText = {
  choose: '选择填好的表格',
  chooseOther: '换一个文件',
  import: '导入并记账',
  importing: (done: number, all: number) => `正在导入 ${done}/${all}`,
  uploadFailed: '文件没有传上去，请检查网络后重试。',
  openFailed: '模板没有打开，请重试。',
  place: (sheet: string, row: number | null, cell: string | null) => {
    if (row === null) return `“${sheet}”表`;
    return cell === null ? `“${sheet}”表第 ${row} 行` : `“${sheet}”表 ${cell} 格`;
  },
  problems: (count: number) => `有 ${count} 处要改`,
  problemsWords: '一行也没有写入。请在表格里改好，再重新选择文件检查。',
  more: (count: number) => `还有 ${count} 处，改好这些后再检查。`,
  moreMet: (count: number) => `还有 ${count} 行也已在系统里。`,
  clean: '检查通过，可以导入',
  nothing: '表格里的采用和余额都已在系统里，没有要导入的。',
  balances: (count: number) => `期初余额 ${count} 笔，记在各年 1 月 1 日`,
  sum: ({ book, accounts, amount }: { book: Book; accounts: number; amount: number }) =>
    `${bookName[book]}：${accounts} 户，共 ${pointsWords(amount)} ${bookUnit[book]}`,
  printings: (count: number) => `往期采用 ${count} 次，照刊发那天的计分办法计分`,
  uncounted: (count: number) => `其中 ${count} 次表里填了“不计分”，只登记`,
  covered: (count: number) =>
    `其中 ${count} 次的作者或单位有期初余额，已经含在余额里，对他们不再计分；其他人照记`,
  unruled: (count: number) => `其中 ${count} 次那天还没有计分办法，只登记、不计分`,
  known: (count: number) => `另有 ${count} 行已经在系统里，不会重复。`,
  met: (count: number) => `另有 ${count} 行已在系统里登记过，不再导入，见下。`,
  closed: (day: string) => `已经结账到 ${day}，这天以前的分记入后一天所在的账期。`,
  confirm: (balances: number, printings: number) => ({
    title: '导入并记账？',
    content: `将记 ${balances} 笔期初余额，登记 ${printings} 次采用。记过的账不能删除，只能用“积分调整”或更正采用来改。`,
    confirmText: '导入',
    cancelText: '再看看',
  }),
  done: (balances: number, printings: number) =>
    `已记 ${balances} 笔期初余额，登记 ${printings} 次采用`,
  stopped: (words: string) => `导入停在中途：${words}已导入的不会重复，再点一次接着导入。`,
};
