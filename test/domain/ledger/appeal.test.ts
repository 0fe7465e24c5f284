/** Who answers an appeal: of the office whoever has least to do with the entry, and always somebody. */
import fc from 'fast-check';
import {
  answerAppeal,
  appealAgainst,
  mayAnswer,
  type Appeal,
} from '../../../cloudfunctions/domain/ledger/appeal';
import type { Entry } from '../../../cloudfunctions/domain/ledger/entry';
import { personOf, type DutyName, type Person } from '../../../cloudfunctions/domain/people/person';

const [at, on] = [Date.parse('2026-12-02T10:00:00+08:00'), '2026-12-02'];
const span = { since: '2026-01-01', until: null };

function aPerson(id: string, duty: DutyName, unitId = 'county'): Person {
  return personOf({
    ...{ _id: id, name: id, standing: 'staff', phone: null, joinedOn: '2026-01-01', leftOn: null },
    memberships: [{ ...span, unitId, isHead: false }],
    duties: [{ ...span, duty, stage: null, unitIds: ['county'] }],
    version: 1,
  });
}

const zhou = aPerson('zhou', 'publicity_office');
const wu = aPerson('wu', 'leader');
const he = aPerson('he', 'administrator');
const ofTown = aPerson('liu', 'publicity_office', 'town');
const lin = aPerson('lin', 'correspondent', 'town');
const elsewhere = personOf({
  ...zhou,
  _id: 'sun',
  duties: [{ ...span, duty: 'leader', stage: null, unitIds: ['east'] }],
});

const anAppeal = (change: Partial<Appeal> = {}): Appeal => ({
  ...appealAgainst({ _id: 'entry', ownerKey: 'person:lin', ownerName: '林示例' } as Entry, lin, {
    text: '不对',
    at,
    unitPath: ['town', 'county'],
    authorIds: ['lin'],
  }),
  ...change,
});
const ofUnit = { ownerKey: 'unit:town', byId: 'head' };

test.each<[string, Partial<Appeal>, Person[], string]>([
  ['nobody has to do with it', {}, [zhou, wu, he], 'zhou wu he'],
  ['one made it', { byId: 'wu' }, [zhou, wu, he], 'zhou he'],
  ['one is its owner', { ownerKey: 'person:zhou' }, [zhou, wu, he], 'wu he'],
  ['one is an author', { authorIds: ['he'] }, [zhou, wu, he], 'zhou wu'],
  ['one is of the unit that it is posted to', ofUnit, [zhou, ofTown], 'zhou'],
  ['one is an author, the other made it', { authorIds: ['zhou'], byId: 'wu' }, [zhou, wu], 'zhou'],
  ['all are authors', { authorIds: ['zhou', 'wu'] }, [zhou, wu], 'zhou wu'],
  [
    'there is one, whose own it is',
    { ownerKey: 'person:he', byId: 'he', authorIds: ['he'] },
    [he],
    'he',
  ],
  ['the other is the office of another unit', { authorIds: ['zhou'] }, [zhou, elsewhere], 'zhou'],
  ['it was kept without its authors', { authorIds: undefined }, [zhou, he], 'zhou he'],
  ['it is answered', { isOpen: false }, [zhou, wu, he], ''],
])('where %s', (_where, change, office, wanted) => {
  const appeal = anAppeal(change);
  const may = office.filter((one) => mayAnswer(appeal, one, { office, on }));
  expect(may.map(({ _id }) => _id).join(' ')).toBe(wanted);
});

test('whatever they have to do with it, somebody of an office may answer', () => {
  const all = [zhou, wu, he, ofTown];
  const some = fc.subarray(all.map(({ _id }) => _id));
  fc.assert(
    fc.property(
      fc.subarray(all, { minLength: 1 }),
      fc.constantFrom('unit:town', ...all.map(({ _id }) => `person:${_id}`)),
      fc.record({ authorIds: some, byId: fc.constantFrom('zhou', 'he', 'lin') }),
      (office, ownerKey, change) => {
        const appeal = anAppeal({ ownerKey, ...change });
        expect(office.some((one) => mayAnswer(appeal, one, { office, on }))).toBe(true);
      },
    ),
  );
});

test('who may not answer is told why', () => {
  const answer = { version: 1, isUpheld: true, words: '属实', at, on, office: [zhou, wu, he] };
  const told = (appeal: Appeal, by: Person) => {
    const decision = answerAppeal(appeal, by, answer);
    return decision.accepted ? decision.changes.appeal.state : decision.refusal;
  };
  const written = anAppeal({ authorIds: ['zhou'] });
  expect(told(written, zhou)).toBe('person_concerned');
  expect(told(written, wu)).toBe('upheld');
  expect(told(written, lin)).toBe('not_allowed');
  expect(told({ ...written, isOpen: false }, zhou)).toBe('appeal_answered');
});
