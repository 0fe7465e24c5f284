/** What `npm run audit` says. */
export const wording = {
  sound: (checked: { accounts: number; entries: number; standings: number }) =>
    `账目无误：核对账户 ${checked.accounts} 个、分录 ${checked.entries} 笔、名次合计 ${checked.standings} 项。`,
  noAccount: '请把腾讯云密钥设为环境变量 TCB_SECRET_ID 和 TCB_SECRET_KEY',
};
