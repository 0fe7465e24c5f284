/** What redeeming a code is decided on, in one round trip: a phone that joins waits in a village hall. */
import type { Organ } from '../domain/organ/found-organ';
import type { Invite } from '../domain/people/invite';
import type { Person } from '../domain/people/person';
import { attemptIds, countWrongCodes, wrongCodesOf } from './code-attempts';
import type { BindingDocument } from './collections/bindings';
import type { CodeAttemptDocument } from './collections/code-attempts';
import type { Database } from './database';
import { reading } from './reading';

export interface Joining {
  organ: Organ | undefined;
  /** Of the code, with whom it is for, who made it, and the phones that are bound to whom it is for. */
  invite: Invite | undefined;
  person: Person | undefined;
  maker: Person | undefined;
  former: BindingDocument[];
  /** Whom the asker's phone is bound to. */
  boundPersonId: string | undefined;
  wrongCodes: { each: number; all: number };
}

interface JoinedOrgan extends Organ {
  invites: Invite[];
  people: Person[];
  makers: Person[];
  former: BindingDocument[];
  bindings: BindingDocument[];
  attempts: CodeAttemptDocument[];
}

export async function readJoining(
  database: Database,
  { openid, codeHash, at }: { openid: string; codeHash: string; at: number },
): Promise<Joining> {
  const attempt = { openid, at, kind: 'join' as const };
  const ofInvite = { localField: 'invites.personId' };
  const ofMaker = { localField: 'invites.madeBy' };
  const [found] = await reading<JoinedOrgan>(() =>
    database
      .collection('settings')
      .aggregate()
      .match({ _id: 'organ' })
      .lookup({ from: 'invites', pipeline: only(codeHash), as: 'invites' })
      .lookup({ from: 'people', ...ofInvite, foreignField: '_id', as: 'people' })
      .lookup({ from: 'people', ...ofMaker, foreignField: '_id', as: 'makers' })
      .lookup({ from: 'bindings', ...ofInvite, foreignField: 'personId', as: 'former' })
      .lookup({ from: 'bindings', pipeline: only(openid), as: 'bindings' })
      .lookup({ from: 'code_attempts', pipeline: only(...attemptIds(attempt)), as: 'attempts' })
      .end(),
  );
  if (!found) return { ...nothing, wrongCodes: await countWrongCodes(database, attempt) };
  const { invites, people, makers, former, bindings, attempts, ...organ } = found;
  return {
    ...{ organ, invite: invites[0], person: people[0], maker: makers[0], former },
    boundPersonId: bindings[0]?.personId,
    wrongCodes: wrongCodesOf(attempts, attempt),
  };
}

/** Where no organ was founded nobody was invited. */
const nothing = {
  ...{ organ: undefined, invite: undefined, person: undefined, maker: undefined },
  ...{ former: [], boundPersonId: undefined },
};

const only = (...ids: string[]) => [{ $match: { _id: { $in: ids } } }];
