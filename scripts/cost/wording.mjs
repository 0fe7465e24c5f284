const names = {
  gbSecond: '云函数资源（GBs）',
  read: '数据库读（次）',
  write: '数据库写（次，按上限算）',
  outGb: '流量（GB）',
  storedGbMonth: '存储（GB·月）',
};

const number = (amount) => amount.toLocaleString('zh-CN', { maximumFractionDigits: 1 });

/** What `npm run cost` says. */
export const wording = {
  table({ stories, callCount, lines, idleYuan }) {
    const total = lines.reduce((sum, { yuan }) => sum + yuan, 0);
    return [
      `每 ${number(stories)} 篇稿件，云函数调用 ${number(callCount)} 次`,
      '',
      '| 项目 | 用量 | 元 |',
      '|---|---:|---:|',
      ...lines.map(
        ({ name, amount, yuan }) => `| ${names[name]} | ${number(amount)} | ${yuan.toFixed(2)} |`,
      ),
      `| 合计 | | ${total.toFixed(2)} |`,
      '',
      `没有稿件时，每分钟一次的定时器每月约 ${idleYuan.toFixed(2)} 元。`,
    ].join('\n');
  },
};
