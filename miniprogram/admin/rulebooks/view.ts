/** Versions of the rulebook in words; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { dayWords, plainDayWords, dayOn } from '../../text/day';
import { rulebookText } from '../wording/rulebook';

type Listed = ValueOf<'rulebook.list'>;

/** A version as its line shows it; the newest that is effective is the one in force. */
export function versionLines({ versions }: Listed, now: number) {
  const today = dayOn(now);
  const inForce = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= today)
    .reduce((newest, { version }) => Math.max(newest, version), 0);
  return versions.map((one) => {
    const isFuture = one.effectiveFrom > today;
    const state = isFuture ? 'future' : one.version === inForce ? 'inForce' : 'past';
    return {
      ...{ version: one.version, name: one.name, isInForce: state === 'inForce' },
      state: rulebookText[state],
      effective: rulebookText.effective(plainDayWords(one.effectiveFrom, now)),
      about: [
        rulebookText.version(one.version),
        rulebookText.rules(one.ruleCount),
        rulebookText.enacted(one.enactedBy, dayWords(one.enactedAt, now)),
      ].join(' · '),
    };
  });
}

export function draftLine({ draft }: Listed, now: number) {
  if (!draft) return null;
  const { name, effectiveFrom, by, at } = draft;
  return {
    name,
    effective: rulebookText.effective(plainDayWords(effectiveFrom, now)),
    about: rulebookText.drafted(by, dayWords(at, now)),
  };
}
