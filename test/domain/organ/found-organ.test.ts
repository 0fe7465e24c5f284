import { foundOrgan } from '../../../cloudfunctions/domain/organ/found-organ';

const at = Date.UTC(2026, 10, 22);
const bootstrap = { codeHash: 'a'.repeat(64), expiresAt: at + 1 };
const input = {
  codeHash: bootstrap.codeHash,
  organ: { name: '示例县政协', kind: 'cppcc' as const },
  administratorName: '何示例',
  unitId: 'unit-root',
  personId: 'person-he',
};

test('the right code founds the organ with its first administrator', () => {
  const decision = foundOrgan({ organ: undefined, bootstrap }, input, at);
  expect(decision).toMatchObject({
    accepted: true,
    changes: {
      organ: { name: '示例县政协', kind: 'cppcc', foundedAt: at, administrators: 1 },
      unit: { _id: 'unit-root', name: '示例县政协', path: ['unit-root'] },
      administrator: {
        name: '何示例',
        memberships: [{ unitId: 'unit-root', isHead: true, since: '2026-11-22', until: null }],
        duties: [{ duty: 'administrator', unitIds: ['unit-root'], until: null }],
        dutyNames: ['administrator'],
      },
    },
  });
});

test.each([
  ['organ_exists', 'an organ is already there', { organ: { name: '已有' }, bootstrap }, at],
  [
    'code_wrong',
    'the code is another',
    { organ: undefined, bootstrap: { ...bootstrap, codeHash: 'b' } },
    at,
  ],
  ['code_wrong', 'deployment left no code', { organ: undefined, bootstrap: undefined }, at],
  [
    'code_expired',
    'the code has expired to the millisecond',
    { organ: undefined, bootstrap },
    at + 1,
  ],
])('founding is refused as %s when %s', (refusal, _when, before, now) => {
  expect(foundOrgan(before, input, now)).toEqual({ accepted: false, refusal });
});
