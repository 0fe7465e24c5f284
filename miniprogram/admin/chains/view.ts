/** Review chains in words; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { chainText, stageDutyText, unitKindText } from '../wording/admin';
import { kindText } from '../../text/story';

export type Chain = ValueOf<'chain.list'>['chains'][number];
export type Stage = Chain['stages'][number];

/** Which filings a chain is for, and its stages. */
export function lineOf(chain: Chain) {
  const kinds = chain.kinds.map((kind) => kindText[kind]).join(chainText.between);
  const units = chain.unitKinds.map((kind) => unitKindText[kind]).join(chainText.between);
  return {
    id: chain.id,
    title: chainText.sentence(kinds || chainText.allKinds, units || chainText.allUnits),
    stages: chain.stages.map(stageWords),
  };
}

/** 初审：宣传办，1 天内 */
export function stageWords(stage: Stage, index: number): string {
  const duty = stage.stage === null ? stageDutyText[stage.duty] : chainText.reviewer(stage.stage);
  const words = chainText.stage(stage.name, duty, chainText.hours(stage.limitHours));
  return `${index + 1}. ${stage.maySkip ? chainText.withSkip(words) : words}`;
}
