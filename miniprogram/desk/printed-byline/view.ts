/** A byline as printed, line by line, and how it differs from the work's own; no wx. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { filingText } from '../../text/filing';
import { storyText } from '../../text/story';
import { bylineWording } from '../wording/byline';

export type Credit = ValueOf<'adoption.show'>['adoption']['credits'][number];

export function linesOf(credits: Credit[], filed: Credit[]) {
  const first = credits.findIndex(({ isJournalist }) => !isJournalist);
  const lines = credits.map(({ name, part, personId, isJournalist }, place) => {
    const who = personId === null ? bylineWording.outsider : bylineWording.known;
    const words = [
      filingText.parts[part],
      isJournalist ? bylineWording.unpaid : who,
      place === first && credits.length > 1 ? bylineWording.first : '',
    ];
    return { name, isJournalist, about: words.filter((word) => word !== '').join(' · ') };
  });
  const isFiled = JSON.stringify(sayAll(credits)) === JSON.stringify(sayAll(filed));
  return { lines, filedWords: isFiled ? '' : bylineWording.filed(namesOf(filed)) };
}

/** Names in their order, journalists marked. */
export function namesOf(credits: Credit[]): string {
  return credits
    .map(({ name, isJournalist }) => (isJournalist ? storyText.journalist(name) : name))
    .join(' ');
}

const sayAll = (credits: Credit[]) =>
  credits.map(({ personId, name, part, isJournalist }) => [personId, name, part, isJournalist]);
