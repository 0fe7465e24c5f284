import type { Credit } from '../../domain/adoption/adoption';
import type { Person } from '../../domain/people/person';
import { isNamedTwice } from '../../domain/story/file-story';
import type { Scene } from '../handler';

/**
 * Why the byline that the office found in a printing cannot be taken: nobody writes themselves into
 * what they verify, and whoever is named from the directory must be there.
 */
export async function bylineRefusal(
  { store }: Pick<Scene, 'store'>,
  {
    person,
    known,
    credits = [],
  }: {
    person: Person;
    /** Who is there, as the work and its printings say. */
    known: string[];
    credits?: Credit[] | undefined;
  },
): Promise<'not_allowed' | 'bylines_invalid' | undefined> {
  const named = [...new Set(credits.flatMap(({ personId }) => personId ?? []))];
  if (named.includes(person._id)) return 'not_allowed';
  if (isNamedTwice(credits)) return 'bylines_invalid';
  const unknown = named.filter((id) => !known.includes(id));
  const found = await Promise.all(unknown.map((id) => store.readPerson(id)));
  return found.some((one) => one === undefined) ? 'bylines_invalid' : undefined;
}
