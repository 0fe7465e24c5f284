/** What the ledger itself says in a derivation: differences, reversals, adjustments. */
import { sayAmount } from './points';

export const ledgerWords = {
  /** A rule's amount that was posted in part already. */
  difference: (derivation: string, { wanted, posted }: { wanted: number; posted: number }) =>
    `${derivation}；应计 ${sayAmount(wanted)}，已计 ${sayAmount(posted)}，补记差额 ${sayAmount(wanted - posted)}`,
  /** Nothing is due of it any more. */
  takenBack: (posted: number) => `采用撤销或不再计分，冲销已计 ${sayAmount(posted)}`,
  upheld: (answer: string) => `申诉成立，冲销原分录：${answer}`,
  adjusted: (reason: string, byName: string, decidedByName: string) =>
    `${reason}（${byName}提出，${decidedByName}批准）`,
  /** What an adjustment is called in lists. */
  adjustment: '人工调整',
};
