/** Words for what people are and do. */
import type { ValueOf } from '../../cloudfunctions/contract/index';

type Session = ValueOf<'session.open'>;
type Person = NonNullable<Session['person']>;
type OrganKind = NonNullable<Session['organ']>['kind'];

export const dutyText: Record<Person['duties'][number]['duty'], string> = {
  correspondent: '通讯员',
  reviewer: '审核员',
  publicity_office: '宣传办',
  leader: '分管领导',
  media_editor: '媒体编辑',
  administrator: '管理员',
};

/** 委员 of a 政协, 代表 of a 人大; everybody else works there. */
export const standingText: Record<OrganKind, Record<Person['standing'], string>> = {
  cppcc: { member: '委员', staff: '工作人员' },
  congress: { member: '代表', staff: '工作人员' },
};

/** A duty with its stage: 审核员（第 2 审）. */
export function dutyWords({ duty, stage }: Person['duties'][number]): string {
  return stage === null ? dutyText[duty] : `${dutyText[duty]}（第 ${stage} 审）`;
}
