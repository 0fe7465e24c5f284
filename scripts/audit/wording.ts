import { periodName } from '../../cloudfunctions/wording/bulletin';

/** What `npm run audit` says. */
export const wording = {
  sound: (checked: { accounts: number; entries: number; standings: number; families: number }) =>
    `账目无误：核对账户 ${checked.accounts} 个、分录 ${checked.entries} 笔、名次合计 ${checked.standings} 项、同稿计分 ${checked.families} 组。`,
  // Whoever rewrites everything rewrites what is stored of it too, but not the paper.
  digest: (period: string, digest: string) =>
    `${periodName(period)}通报的校验码应为 ${digest}，请与印发的通报核对。`,
  noAccount: '请把腾讯云密钥设为环境变量 TCB_SECRET_ID 和 TCB_SECRET_KEY',
};
