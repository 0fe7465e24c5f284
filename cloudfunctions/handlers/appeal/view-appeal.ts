import type { ValueOf } from '../../contract';
import { mayAnswer, type Answerers, type Appeal } from '../../domain/ledger/appeal';
import { partsOfAccount } from '../../domain/ledger/entry';
import type { Person } from '../../domain/people/person';

type AppealView = ValueOf<'appeal.list'>['appeals'][number];

/** An appeal as `person` may see it. */
export function viewAppeal(
  appeal: Appeal,
  entry: AppealView['entry'],
  { person, ...answerers }: Answerers & { person: Person },
): AppealView {
  const { _id, ownerKey, ownerName, text, byName, at, state, answer, version } = appeal;
  const { owner } = partsOfAccount(ownerKey);
  return {
    ...{ id: _id, entry, owner: { ...owner, name: ownerName }, text, byName, at, state, answer },
    ...{ answeredByName: appeal.answeredByName, answeredAt: appeal.answeredAt, version },
    mayAnswer: mayAnswer(appeal, person, answerers),
  };
}
