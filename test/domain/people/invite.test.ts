/** A code is good as long as its maker may invite its person, both as they are when it is redeemed. */
import {
  inviteLifeMs,
  redeemInvite,
  type Redeeming,
} from '../../../cloudfunctions/domain/people/invite';
import { personOf, type DutyName, type Person } from '../../../cloudfunctions/domain/people/person';

const at = Date.parse('2026-11-22T10:00:00+08:00');
const span = { since: '2026-01-01', until: null };

interface Wanted {
  duties?: DutyName[];
  isHead?: boolean;
  unitId?: string;
  leftOn?: string;
}

const aPerson = (id: string, wanted: Wanted = {}): Person =>
  personOf({
    ...{ _id: id, name: `${id}示例`, standing: 'staff', phone: null },
    memberships: [{ unitId: wanted.unitId ?? 'town', isHead: wanted.isHead ?? false, ...span }],
    duties: (wanted.duties ?? []).map((duty) => ({ duty, stage: null, unitIds: [], ...span })),
    ...{ joinedOn: '2026-01-01', leftOn: wanted.leftOn ?? null, version: 1 },
  });

const redeemed = (person: Person, maker: Person | undefined, change: Partial<Redeeming> = {}) => {
  const decision = redeemInvite({
    invite: {
      ...{ _id: 'hash', personId: person._id, madeBy: maker?._id ?? 'gone', madeAt: at - 1 },
      ...{ expiresAt: at - 1 + inviteLifeMs, redeemedAt: null, version: 1 },
    },
    ...{ person, maker, boundPersonId: undefined, wrongCodes: { each: 0, all: 0 }, at },
    ...change,
  });
  return decision.accepted ? 'bound' : decision.refusal;
};

const lin = aPerson('lin', { duties: ['correspondent'] });
const office = aPerson('lin', { duties: ['correspondent', 'publicity_office'] });
const head = { isHead: true };
const administrator: Wanted = { duties: ['administrator'] };

test.each<[string, Person, Person | undefined, string]>([
  ['a head, a correspondent', lin, aPerson('liu', head), 'bound'],
  ['a head, who has a higher duty by now', office, aPerson('liu', head), 'code_expired'],
  [
    'a head, who is in another unit by now',
    aPerson('lin', { unitId: 'east' }),
    aPerson('liu', head),
    'code_expired',
  ],
  ['who heads no more', lin, aPerson('liu'), 'code_expired'],
  ['a head who left', lin, aPerson('liu', { ...head, leftOn: '2026-11-22' }), 'code_expired'],
  ['an administrator, anybody', office, aPerson('he', administrator), 'bound'],
  ['an administrator who was relieved', office, aPerson('he'), 'code_expired'],
  [
    'an administrator who left',
    lin,
    aPerson('he', { ...administrator, leftOn: '2026-11-22' }),
    'code_expired',
  ],
  ['somebody whose record is gone', lin, undefined, 'code_expired'],
  ['oneself, who headed the unit', office, office, 'bound'],
])('a code made by %s', (_made, person, maker, outcome) => {
  expect(redeemed(person, maker)).toBe(outcome);
});

test('what the person or the phone is refused for comes in its order', () => {
  const left = aPerson('lin', { leftOn: '2026-11-22' });
  expect(redeemed(left, undefined)).toBe('person_left');
  expect(redeemed(lin, undefined, { boundPersonId: 'somebody' })).toBe('code_expired');
  expect(redeemed(lin, aPerson('liu', head), { boundPersonId: 'somebody' })).toBe('openid_bound');
});
