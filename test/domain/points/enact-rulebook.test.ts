import { enactRulebook } from '../../../cloudfunctions/domain/points/enact-rulebook';
import { presets } from '../../../cloudfunctions/domain/points/presets';

const by = { byId: 'p-he', byName: '何示例' };

function enact(effectiveFrom: string, at: string, inForceFrom: string[]) {
  const rulebook = { ...presets.county, effectiveFrom };
  const about = { at: 0, ...by };
  return enactRulebook({
    ...{ ...by, at: Date.parse(at), draft: { _id: 'draft', rulebook, ...about, version: 1 } },
    versions: inForceFrom.map((from, place) => ({
      ...{ ...presets.county, _id: `office:${place + 1}`, version: place + 1 },
      ...{ effectiveFrom: from, enactedAt: 0, enactedById: 'p-he', enactedByName: '何示例' },
    })),
  });
}

// Whatever is being posted at this moment is for today or before.
test.each([
  ['today', '2026-11-26', '2026-11-26T12:00:00+08:00', false],
  ['tomorrow', '2026-11-27', '2026-11-26T12:00:00+08:00', true],
  [
    'tomorrow, while the day may change under way',
    '2026-11-27',
    '2026-11-26T23:30:00+08:00',
    false,
  ],
  ['the day after', '2026-11-28', '2026-11-26T23:30:00+08:00', true],
  ['not after the version before', '2026-12-31', '2026-11-26T12:00:00+08:00', false],
])('a later version from %s', (_about, effectiveFrom, at, isAccepted) => {
  const inForceFrom = ['2026-01-01', effectiveFrom === '2026-12-31' ? '2026-12-31' : '2026-02-01'];
  const decision = enact(effectiveFrom, at, inForceFrom);
  expect(decision).toMatchObject(
    isAccepted
      ? { accepted: true, changes: { _id: 'office:3', effectiveFrom } }
      : { accepted: false, refusal: 'rulebook_too_early' },
  );
});

test('a first version may reach back', () => {
  expect(enact('2020-01-01', '2026-11-26T12:00:00+08:00', [])).toMatchObject({ accepted: true });
});
