/** Who is writing, and for which units; known without a network once it was asked. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { keptAnswer, openKeptSession } from '../../client/kept-answers';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import type { Draft } from '../../outbox/index';
import { newId } from '../../platform/ids';

export interface Author {
  personId: string;
  name: string;
  units: { id: string; name: string }[];
}

/** `no_answer`: neither the cloud nor the phone knows who is asking. */
export type NoAuthor = 'no_answer' | 'not_bound' | 'no_unit';

/** The author as kept on the phone, or else as the cloud says. */
export async function readAuthor(): Promise<Author | NoAuthor> {
  const kept = keptAnswer('session.open')?.value.person;
  if (kept) {
    const author = authorOf(kept, keptUnitNames());
    if (typeof author !== 'string' && author.units.every(({ name }) => name !== '')) return author;
  }
  const reply = await openKeptSession();
  if (!reply.ok) return kept ? authorOf(kept, keptUnitNames()) : 'no_answer';
  if (!reply.value.person) return 'not_bound';
  return authorOf(reply.value.person, await readUnitNames());
}

type Person = NonNullable<ValueOf<'session.open'>['person']>;

function authorOf(person: Person, names: Record<string, string>): Author | 'no_unit' {
  // The units of the duty first: that is what a correspondent files for.
  const ids = person.duties
    .filter(({ duty }) => duty === 'correspondent')
    .flatMap(({ unitIds }) => unitIds)
    .concat(person.memberships.map(({ unitId }) => unitId));
  const units = [...new Set(ids)].map((id) => ({ id, name: names[id] ?? '' }));
  return units.length === 0 ? 'no_unit' : { personId: person.id, name: person.name, units };
}

/** An empty draft of the author; its id is made now and stays. */
export async function newDraft(author: Author, kind: Draft['kind']): Promise<Draft> {
  return {
    storyId: await newId(),
    unitId: author.units[0]?.id ?? null,
    tipId: null,
    refileVersion: null,
    kind,
    headline: '',
    body: '',
    column: null,
    happenedOn: null,
    place: '',
    bylines: [{ personId: author.personId, name: author.name, part: 'text' }],
    photos: [],
    video: null,
    attachments: [],
    noteToEditor: '',
    savedAt: 0,
  };
}
