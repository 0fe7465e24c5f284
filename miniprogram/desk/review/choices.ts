/** Whom a story can be handed to, and which stories it can be merged into. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { listPerson, openSession } from '../../client/directory';
import { listDeskStory } from '../../client/newsroom';
import { keptUnitNames } from '../../client/waiting';
import { homeText } from '../../text/home';
import { replyWords } from '../../text/reply';
import { stateText } from '../../text/story';
import type { StoryView } from './view';

type PersonLine = ValueOf<'person.list'>['people'][number];

export interface Choice {
  id: string;
  title: string;
  about: string;
}

export type Choices = { choices: Choice[]; failed: string };

/** Colleagues who hold a duty of mine; the server knows which of them fit the stage. */
export async function reviewersFor(story: StoryView, name: string): Promise<Choices> {
  const session = await openSession();
  if (!session.ok) return { choices: [], failed: replyWords(session) };
  const me = session.value.person;
  const mine = (me?.duties ?? []).filter(({ duty }) => isReviewing(duty));
  const asked = { name: name.trim() || null, after: null };
  const replies = await Promise.all(
    mine.length > 0
      ? [...new Set(mine.map(({ duty }) => duty))].map((duty) =>
          listPerson({ ...asked, unitId: null, duty }),
        )
      : [listPerson({ ...asked, unitId: story.unitId })],
  );
  const failed = replies.find((reply) => !reply.ok);
  if (failed && !failed.ok) return { choices: [], failed: replyWords(failed) };
  const people = replies.flatMap((reply) => (reply.ok ? reply.value.people : []));
  const others = people.filter(({ id }, place) => {
    const isFirst = people.findIndex((person) => person.id === id) === place;
    return isFirst && id !== me?.id;
  });
  return { choices: others.map((person) => choiceOf(person)), failed: '' };
}

const isReviewing = (duty: string) => ['reviewer', 'publicity_office', 'leader'].includes(duty);

/** Correspondents, those of the tip's own unit first: of all only the first page is asked for. */
export async function writersFor(story: StoryView, name: string): Promise<Choices> {
  const asked = { name: name.trim() || null, after: null, duty: 'correspondent' as const };
  const [near, all] = await Promise.all([
    listPerson({ ...asked, unitId: story.unitId }),
    listPerson({ ...asked, unitId: null }),
  ]);
  if (!near.ok) return { choices: [], failed: replyWords(near) };
  if (!all.ok) return { choices: [], failed: replyWords(all) };
  const isNear = ({ id }: PersonLine) => near.value.people.some((person) => person.id === id);
  const people = [...near.value.people, ...all.value.people.filter((one) => !isNear(one))];
  return { choices: people.map((person) => choiceOf(person)), failed: '' };
}

/** Stories that live on: those of the same unit, or with the text in their headline, the newest first. */
export async function storiesFor(story: StoryView, text: string): Promise<Choices> {
  const typed = text.trim() || null;
  const unitId = typed === null ? story.unitId : null;
  const reply = await listDeskStory({ state: null, unitId, text: typed, after: null });
  if (!reply.ok) return { choices: [], failed: replyWords(reply) };
  const others = reply.value.stories.filter(
    ({ id, kind, state }) => id !== story.id && kind !== 'tip' && !isGone.includes(state),
  );
  const choices = others.map(({ id, headline, number, state }) => ({
    id,
    title: headline,
    about: `${number} · ${stateText[state]}`,
  }));
  return { choices, failed: '' };
}

/** Nothing is merged into what was dropped. */
const isGone: StoryView['state'][] = ['withdrawn', 'spiked', 'killed'];

/** Names repeat in a county: whose they are is said beside what they do. */
function choiceOf({ id, name, duties, memberships }: PersonLine): Choice {
  const names = keptUnitNames();
  const units = memberships.flatMap(({ unitId }) => names[unitId] ?? []);
  const words = duties.map(({ duty }) => homeText.duty[duty]);
  return { id, title: name, about: [...units, ...new Set(words)].join(' · ') };
}
