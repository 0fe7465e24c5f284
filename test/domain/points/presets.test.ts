import { rulebookDocument } from '../../../cloudfunctions/contract/rulebook-document';
import { presetNote, presets, type PresetKey } from '../../../cloudfunctions/domain/points/presets';
import { rulebookOn } from '../../../cloudfunctions/domain/points/rulebook';

test.each(Object.keys(presets) as PresetKey[])(
  '%s is a rulebook that the contract takes',
  (key) => {
    const parsed = rulebookDocument.safeParse(presets[key]);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(presetNote(key)).not.toBe('');
    expect(JSON.stringify(presets[key]).length).toBeLessThan(90 * 1024);
  },
);

test('the version in force is the newest that is effective', () => {
  const { county } = presets;
  const books = [
    { ...county, version: 3, effectiveFrom: '2027-01-01' },
    { ...county, version: 2, effectiveFrom: '2026-07-01' },
    county,
  ];
  const versionOn = (on: string) => rulebookOn(books, on)?.version;
  expect(['2025-12-31', '2026-06-30', '2026-07-01', '2027-05-01'].map(versionOn)).toEqual([
    ...[undefined, 1, 2, 3],
  ]);
});
