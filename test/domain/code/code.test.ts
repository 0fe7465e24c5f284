import fc from 'fast-check';
import {
  isLive,
  isToken,
  liveCodesMax,
  mayManageCodes,
  tokenOf,
  unknownCodesMax,
  type Code,
  type CodeKind,
} from '../../../cloudfunctions/domain/code/code';
import { makeCode, type CodeMaking } from '../../../cloudfunctions/domain/code/make-code';
import { openCode } from '../../../cloudfunctions/domain/code/open-code';
import { revokeCode } from '../../../cloudfunctions/domain/code/revoke-code';
import { personOf, type DutyName, type Person } from '../../../cloudfunctions/domain/people/person';
import type { Unit } from '../../../cloudfunctions/domain/people/unit';

const at = Date.parse('2026-11-22T10:00:00+08:00');
const span = { since: '2026-01-01', until: null };
const hex = '0123456789abcdef0123456789abcdef';

function aPerson(id: string, wanted: { duty?: DutyName; heads?: string } = {}): Person {
  const { duty, heads } = wanted;
  return personOf({
    ...{ _id: id, name: `${id}示例`, standing: 'member', phone: '13800000001' },
    memberships: [{ unitId: heads ?? 'unit-a', isHead: heads !== undefined, ...span }],
    duties: duty ? [{ duty, stage: null, unitIds: ['root'], ...span }] : [],
    ...{ joinedOn: '2026-01-01', leftOn: null, version: 1 },
  });
}

const unit: Unit = {
  ...{ _id: 'unit-a', name: '城关镇联工委', kind: 'township_office', quotaClass: null },
  ...{ path: ['unit-a', 'root'], parents: [], since: '2026-01-01', until: null, version: 1 },
};

const aMaking = (change: Partial<CodeMaking> = {}): CodeMaking => ({
  ...{ kind: 'unit', target: { unit }, title: null, expiresAt: null },
  ...{ former: [], randomHex: hex, at },
  ...change,
});

const aCode = (change: Partial<Code> = {}): Code => ({
  ...{ _id: tokenOf('unit', hex), kind: 'unit', targetId: 'unit-a', title: '城关镇联工委' },
  ...{ madeBy: 'he', madeAt: at, expiresAt: null, revokedAt: null, version: 1 },
  ...change,
});

const nobodyGuesses = { each: 0, all: 0 };
const random = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

test('a token fits a scene, says its kind, and loses none of its 128 bits', () => {
  const kinds = fc.constantFrom<CodeKind>('unit', 'meeting', 'person');
  fc.assert(
    fc.property(kinds, random, random, (kind, one, other) => {
      const token = tokenOf(kind, one);
      expect(token).toMatch(/^[0-9a-zA-Z]{27}$/);
      expect(token[0]).toBe(kind[0]);
      expect(isToken(token)).toBe(true);
      expect(tokenOf(kind, other) === token).toBe(one === other);
    }),
  );
});

test.each(['', 'u', `x${'0'.repeat(26)}`, `u${'i'.repeat(26)}`, `u${'0'.repeat(27)}`, '../../etc'])(
  '%j is no token',
  (text) => expect(isToken(text)).toBe(false),
);

test.each([
  ['the office, for any unit', aPerson('zhou', { duty: 'publicity_office' }), 'unit-b', true],
  ['an administrator, for any unit', aPerson('he', { duty: 'administrator' }), 'unit-b', true],
  ['a head, for the own unit', aPerson('liu', { heads: 'unit-a' }), 'unit-a', true],
  ['a head, for another unit', aPerson('liu', { heads: 'unit-a' }), 'unit-b', false],
  ['a member of the unit', aPerson('lin'), 'unit-a', false],
  ['a reviewer', aPerson('xu', { duty: 'reviewer' }), 'unit-a', false],
  ['a leader', aPerson('wu', { duty: 'leader' }), 'unit-a', false],
])('who may make a code of a unit: %s', (_who, asker, targetId, allowed) => {
  for (const kind of ['unit', 'meeting'] as const) {
    expect(mayManageCodes(asker, { kind, targetId }, '2026-11-22')).toBe(allowed);
  }
});

test('a card is made by its person and by the office, not by the head of the unit', () => {
  const card = { kind: 'person', targetId: 'lin' } as const;
  const may = (asker: Person) => mayManageCodes(asker, card, '2026-11-22');
  expect(may(aPerson('lin'))).toBe(true);
  expect(may(aPerson('zhou', { duty: 'publicity_office' }))).toBe(true);
  expect(may(aPerson('liu', { heads: 'unit-a' }))).toBe(false);
});

const office = aPerson('zhou', { duty: 'publicity_office' });

test('a code carries the name of what it is for; a meeting brings its own', () => {
  const titleOf = (change: Partial<CodeMaking>) => {
    const decision = makeCode(office, aMaking(change));
    return decision.accepted ? decision.changes.code.title : decision.refusal;
  };
  expect(titleOf({})).toBe('城关镇联工委');
  expect(titleOf({ kind: 'person', target: { person: aPerson('lin') } })).toBe('lin示例');
  expect(titleOf({ kind: 'meeting', title: '十届五次全会' })).toBe('十届五次全会');
  expect(titleOf({ kind: 'meeting' })).toBe('title_missing');
});

const gone = { ...aPerson('lin'), leftOn: '2026-11-01' };
const full = Array.from({ length: liveCodesMax }, () => aCode());
test.each<[string, Partial<CodeMaking>]>([
  ['not_found', { target: undefined }],
  ['unit_closed', { target: { unit: { ...unit, until: '2026-11-01' } } }],
  ['person_left', { kind: 'person', target: { person: gone } }],
  ['codes_full', { former: full }],
])('a code is refused: %s', (refusal, change) => {
  expect(makeCode(office, aMaking(change))).toEqual({ accepted: false, refusal });
});

test('revoked and expired codes leave room for new ones', () => {
  const dead = full.map((code, n) => ({
    ...code,
    ...(n % 2 ? { revokedAt: at } : { expiresAt: at }),
  }));
  expect(makeCode(office, aMaking({ former: dead })).accepted).toBe(true);
});

test('nobody without the right makes or finds a code', () => {
  expect(makeCode(aPerson('lin'), aMaking())).toMatchObject({ refusal: 'not_allowed' });
  expect(revokeCode(aPerson('lin'), aCode(), at)).toMatchObject({ refusal: 'not_found' });
  expect(revokeCode(office, undefined, at)).toMatchObject({ refusal: 'not_found' });
});

test('revoking twice is revoking once', () => {
  const first = revokeCode(office, aCode(), at);
  if (!first.accepted) throw new Error(first.refusal);
  expect(first.changes).toMatchObject({ isNew: true, code: { revokedAt: at, version: 2 } });
  expect(revokeCode(office, first.changes.code, at + 1)).toEqual({
    accepted: true,
    changes: { code: first.changes.code, isNew: false },
  });
});

test('wrong, expired and revoked codes are answered the same plain way', () => {
  const codes = [undefined, aCode({ revokedAt: at - 1 }), aCode({ expiresAt: at })];
  for (const code of codes) {
    const opening = { code, isBound: true, unknownCodes: nobodyGuesses, at };
    expect(openCode(opening)).toEqual({ accepted: false, refusal: 'code_dead' });
  }
  expect(isLive(aCode({ expiresAt: at + 1 }), at)).toBe(true);
});

test.each([
  ['unit', true, 'standing'],
  ['unit', false, 'binding'],
  ['meeting', true, 'standing'],
  ['meeting', false, 'binding'],
  ['person', true, 'card'],
  ['person', false, 'card'],
] as const)(
  'a code of a %s, scanned by somebody bound: %s, shows the %s',
  (kind, isBound, shows) => {
    const opening = { code: aCode({ kind }), isBound, unknownCodes: nobodyGuesses, at };
    expect(openCode(opening)).toMatchObject({ accepted: true, changes: { shows } });
  },
);

test.each(['each', 'all'] as const)(
  'guessing too often is refused even with a good code: %s',
  (n) => {
    const unknownCodes = { ...nobodyGuesses, [n]: unknownCodesMax[n] };
    expect(openCode({ code: aCode(), isBound: true, unknownCodes, at })).toMatchObject({
      refusal: 'too_many_attempts',
    });
  },
);
